-- The normal distribution: normal_quantile(p), normal_tail(z), two_sided_p(z), critical_value(confidence).
-- Lambdas have names that no column has, because a macro's arguments are read inside them.

-- The standard normal value below which a share p lies, to 1e-15 (Wichura 1988, algorithm AS 241). Not for p outside 0 to 1: null.
create or replace macro normal_quantile_centre(q, r) as q
    * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)
    / (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1);
create or replace macro normal_quantile_side(r) as
    (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734)
    / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
create or replace macro normal_quantile_far(r) as
    (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772)
    / (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.1369298809227358053) * r + 0.59983220655588793769) * r + 1);
create or replace macro normal_quantile(p) as list_transform([(p)::double], lambda probability: case
    when probability < 0 or probability > 1 then null
    when abs(probability - 0.5) <= 0.425 then normal_quantile_centre(probability - 0.5, 0.180625 - (probability - 0.5) * (probability - 0.5))
    when least(probability, 1 - probability) = 0 then sign(probability - 0.5) * 'infinity'::double
    when sqrt(-ln(least(probability, 1 - probability))) <= 5 then sign(probability - 0.5) * normal_quantile_side(sqrt(-ln(least(probability, 1 - probability))) - 1.6)
    else sign(probability - 0.5) * normal_quantile_far(sqrt(-ln(least(probability, 1 - probability))) - 5) end)[1];

-- The number of standard errors that an interval reaches to either side, for a confidence such as 0.95.
create or replace macro critical_value(confidence) as case
    when confidence > 0 and confidence < 1 then -normal_quantile((1 - (confidence)::double) / 2)
    else error('The confidence is a probability between 0 and 1, such as 0.95.') end;

-- The probability of a standard normal value above z, to 1e-15 of itself (Cody 1969, rational approximations of erfc).
create or replace macro erfc_near(x, y) as 1 - x
    * ((((0.185777706184603153 * y + 3.1611237438705656) * y + 113.864154151050156) * y + 377.485237685302021) * y + 3209.37758913846947)
    / ((((y + 23.6012909523441209) * y + 244.024637934444173) * y + 1282.61652607737228) * y + 2844.23683343917062);
create or replace macro erfc_side(x) as exp(-x * x)
    * ((((((((2.15311535474403846e-8 * x + 0.564188496988670089) * x + 8.88314979438837594) * x + 66.1191906371416295) * x + 298.635138197400131) * x + 881.95222124176909) * x + 1712.04761263407058) * x + 2051.07837782607147) * x + 1230.33935479799725)
    / ((((((((x + 15.7449261107098347) * x + 117.693950891312499) * x + 537.181101862009858) * x + 1621.38957456669019) * x + 3290.79923573345963) * x + 4362.61909014324716) * x + 3439.36767414372164) * x + 1230.33935480374942);
create or replace macro erfc_far(x, y) as exp(-x * x) / x * (0.564189583547756287 - y
    * (((((0.0163153871373020978 * y + 0.305326634961232344) * y + 0.360344899949804439) * y + 0.125781726111229246) * y + 0.0160837851487422766) * y + 6.58749161529837803e-4)
    / (((((y + 2.56852019228982242) * y + 1.87295284992346725) * y + 0.527905102951428412) * y + 0.0605183413124413191) * y + 0.00233520497626869185));
create or replace macro erfc_positive(x) as case
    when x <= 0.46875 then erfc_near(x, x * x)
    when x <= 4 then erfc_side(x)
    when x < 27 then erfc_far(x, 1 / (x * x)) else 0::double end;
create or replace macro normal_tail(z) as list_transform([(z)::double * 0.70710678118654752440], lambda scaled:
    case when scaled >= 0 then erfc_positive(scaled) / 2 else 1 - erfc_positive(-scaled) / 2 end)[1];

-- The probability of a standard normal value at least as far from zero as z, to either side.
create or replace macro two_sided_p(z) as 2 * normal_tail(abs(z));

-- A number between 0 and 1 for a whole number and a salt: no chance at all, but as even as chance, and the same each time.
create or replace macro by_chance(number, salt) as ((hash((number)::bigint * 64 + salt) >> 11)::double + 0.5) / 9007199254740992;
