-- Quantiles that exact limits and small samples need: gamma_quantile(p, shape), poisson_lower(x, confidence), poisson_upper(x, confidence), student_quantile(p, df).

-- The share of a gamma distribution (scale 1) below x, by its series of positive terms. For shapes below 60.
create or replace macro gamma_share(shape, x) as exp(shape * ln(x) - x - lgamma(shape + 1))
    * list_reduce(range(200, 0, -1), lambda series_sum, series_step: 1 + series_sum * x / (shape + series_step), 1::double);

-- The quantile of a gamma distribution of shape 50 and more, of which z is the normal quantile: Cornish and Fisher 1937 to the
-- twelfth order in 1/sqrt(shape), derived from the equation of the quantile; error below 2e-12.
create or replace macro gamma_expansion(shape, z) as list_transform([{'shape': shape, 'z': z, 'y': z * z, 'e': 1 / sqrt(shape)}], lambda g:
    g.shape * (1 + g.e * (g.z + g.e * (
    (0.3333333333333333 * g.y - 0.3333333333333333) + g.e * (
    g.z * (0.027777777777777776 * g.y - 0.19444444444444445) + g.e * (
    ((-0.003703703703703704 * g.y - 0.008641975308641974) * g.y + 0.019753086419753086) + g.e * (
    g.z * ((0.0002314814814814815 * g.y + 0.006584362139917695) * g.y - 0.011136831275720165) + g.e * (
    (((5.878894767783657e-05 * g.y - 0.0011904761904761906) * g.y - 0.004521849892220263) * g.y + 0.007211444248481286) + g.e * (
    g.z * (((-2.553644914756026e-05 * g.y - 2.9619014958521132e-05) * g.y + 0.0019699536764865985) * g.y + 0.0019713145317569185) + g.e * (
    ((((4.899078973153047e-06 * g.y + 8.37198162301043e-05) * g.y - 0.0001726108824874257) * g.y - 0.0019049977863420935) * g.y + 0.0006526298981717363) + g.e * (
    g.z * ((((-2.428276122977769e-07 * g.y - 2.5886869379667732e-05) * g.y - 0.00012957468509809046) * g.y + 0.0003315300488940178) * g.y + 0.0017720095753556973) + g.e * (
    (((((-1.85406221071516e-07 * g.y + 3.1606390583680632e-06) * g.y + 6.401354139884852e-05) * g.y + 0.00015464459476106582) * g.y - 0.0003422181639308517) * g.y - 0.0012385769635511374) + g.e * (
    g.z * (((((7.542464855411896e-08 * g.y + 7.141944463516492e-07) * g.y - 1.2067700029214249e-05) * g.y - 0.00010892212692274078) * g.y - 0.00021062606246895457) * g.y + 0.00018480123844331257) + g.e * (
    ((((((-1.47216272806884e-08 * g.y - 4.862830116312092e-07) * g.y - 1.2910952342610796e-06) * g.y + 2.584903934438905e-05) * g.y + 0.00015965487056649542) * g.y + 0.00033242239699043496) * g.y - 0.0004509888376840951)))))))))))))))[1];

-- The same below shape 50: Newton's steps on the logarithm of the share, on the side of the smaller tail.
create or replace macro gamma_start(p, shape, z) as greatest(
    shape * power(greatest(1 - 1 / (9 * shape) + z / (3 * sqrt(shape)), 0), 3), exp((ln(p) + lgamma(shape + 1)) / shape));
create or replace macro gamma_step(p, shape, x, share) as case
    when p <= 0.5 then x * exp(ln(p / share) * share / exp(shape * ln(x) - x - lgamma(shape)))
    else x - ln((1 - p) / (1 - share)) * (1 - share) / exp((shape - 1) * ln(x) - x - lgamma(shape)) end;
create or replace macro gamma_newton(p, shape, start) as list_reduce(range(12), lambda newton, newton_step: {
        'p': newton.p, 'shape': newton.shape,
        'x': gamma_step(newton.p, newton.shape, newton.x, gamma_share(newton.shape, newton.x))},
    {'p': p, 'shape': shape, 'x': start}).x;

-- The value below which a share p of the gamma distribution of a shape (scale 1) lies. A chi-square quantile is twice that of half its degrees of freedom.
create or replace macro gamma_quantile(p, shape) as list_transform(
    [{'p': (p)::double, 'shape': (shape)::double, 'z': normal_quantile(p)}], lambda wanted: case
        when wanted.p <= 0 or wanted.p >= 1 or wanted.shape <= 0 then null
        when wanted.shape >= 50 then gamma_expansion(wanted.shape, wanted.z)
        else gamma_newton(wanted.p, wanted.shape, gamma_start(wanted.p, wanted.shape, wanted.z)) end)[1];

-- Exact limits of the mean of a Poisson count x (Garwood 1936).
create or replace macro poisson_lower(x, confidence := 0.95) as case when x > 0 then gamma_quantile((1 - (confidence)::double) / 2, x) else 0 end;
create or replace macro poisson_upper(x, confidence := 0.95) as gamma_quantile(1 - (1 - (confidence)::double) / 2, x + 1);

-- The share of Student's distribution between -t and t where tan(angle) = t / sqrt(df), and its slope in the angle (closed form for whole df).
create or replace macro student_share(df, angle) as case
    when df % 2 = 0 then sin(angle) * list_reduce(range(df // 2 - 1, 0, -1), lambda series_sum, series_step: 1 + series_sum * cos(angle) * cos(angle) * (2 * series_step - 1) / (2 * series_step), 1::double)
    else 2 / pi() * (angle + case when df > 1 then sin(angle) * cos(angle) * list_reduce(range((df - 1) // 2 - 1, 0, -1), lambda series_sum, series_step: 1 + series_sum * cos(angle) * cos(angle) * (2 * series_step) / (2 * series_step + 1), 1::double) else 0 end) end;
create or replace macro student_slope(df, angle) as 2 * exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(pi()) * power(cos(angle), df - 1);
create or replace macro student_newton(share, df, start) as sqrt(df) * tan(list_reduce(range(40), lambda newton, newton_step: {
        'share': newton.share, 'df': newton.df,
        'angle': newton.angle + (newton.share - student_share(newton.df, newton.angle)) / student_slope(newton.df, newton.angle)},
    {'share': share, 'df': df, 'angle': start}).angle);
create or replace macro student_expansion(z, df) as z + (power(z, 3) + z) / (4 * df) + (5 * power(z, 5) + 16 * power(z, 3) + 3 * z) / (96 * power(df, 2))
    + (3 * power(z, 7) + 19 * power(z, 5) + 17 * power(z, 3) - 15 * z) / (384 * power(df, 3))
    + (79 * power(z, 9) + 776 * power(z, 7) + 1482 * power(z, 5) - 1920 * power(z, 3) - 945 * z) / (92160 * power(df, 4));

-- The value below which a share p of Student's distribution lies; whole degrees of freedom. From 300 on the expansion of Fisher 1925.
create or replace macro student_quantile(p, df) as list_transform(
    [{'p': (p)::double, 'df': try_cast(df as bigint), 'z': normal_quantile(p)}], lambda wanted: case
        when wanted.p <= 0 or wanted.p >= 1 or wanted.df < 1 then null
        when wanted.df >= 300 then student_expansion(wanted.z, wanted.df::double)
        else sign(wanted.p - 0.5) * student_newton(abs(2 * wanted.p - 1), wanted.df, atan(abs(wanted.z) / sqrt(wanted.df))) end)[1];
