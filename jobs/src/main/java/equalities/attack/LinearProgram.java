package equalities.attack;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The extremes of a polytope, by ojAlgo. */
final class LinearProgram {
    private static final double TINY = 1e-6;

    private final Polytope polytope;

    LinearProgram(Polytope polytope) {
        this.polytope = polytope;
    }

    /**
     * A point where an unknown is least or most; null when the polytope is empty.
     *
     * @param place the unknown's place in the polytope; infinite there when nothing limits it
     */
    double @Nullable [] extreme(int place, boolean most) {
        ExpressionsBasedModel model = model();
        model.getVariable(place).weight(1);
        polytope.relations().forEach(r -> add(r, model));
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            double[] anywhere = new double[polytope.size()];
            Arrays.fill(anywhere, Double.NaN);
            anywhere[place] = most ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            return anywhere;
        }
        return result.getState().isFeasible() ? result.toRawCopy1D() : null;
    }

    /** What an unknown can be; null when nothing is possible. */
    @Nullable
    Interval interval(int place) {
        double[] least = extreme(place, false);
        double[] most = least == null ? null : extreme(place, true);
        return least == null || most == null ? null : Interval.within(least[place], most[place]);
    }

    /** The relations, by their place in the system, that must lack least for all others to hold. */
    Set<Integer> atFault() {
        ExpressionsBasedModel model = model();
        int first = polytope.size();
        for (Relation relation : polytope.relations()) {
            Expression expression = add(relation, model);
            expression.set(
                    model.newVariable("lack" + model.countVariables()).lower(0).weight(1), 1);
            expression.set(
                    model.newVariable("excess" + model.countVariables())
                            .lower(0)
                            .weight(1),
                    -1);
        }
        Optimisation.Result result = model.minimise();
        Set<Integer> fault = new LinkedHashSet<>();
        for (int r = 0; r < polytope.relations().size(); r++) {
            if (result.doubleValue(first + 2 * r) + result.doubleValue(first + 2 * r + 1) > TINY) {
                fault.add(polytope.origins().get(r));
            }
        }
        return fault.isEmpty() ? new LinkedHashSet<>(polytope.origins()) : fault;
    }

    private ExpressionsBasedModel model() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int i = 0; i < polytope.size(); i++) {
            Variable variable = model.newVariable("x" + i);
            if (polytope.lower()[i] > Double.NEGATIVE_INFINITY) {
                variable.lower(polytope.lower()[i]);
            }
            if (polytope.upper()[i] < Double.POSITIVE_INFINITY) {
                variable.upper(polytope.upper()[i]);
            }
        }
        return model;
    }

    private static Expression add(Relation relation, ExpressionsBasedModel model) {
        Expression expression = model.newExpression("r" + model.countExpressions());
        for (int i = 0; i < relation.size(); i++) {
            expression.set(relation.unknowns()[i], relation.weights()[i]);
        }
        if (relation.lower() > Double.NEGATIVE_INFINITY) {
            expression.lower(relation.lower());
        }
        if (relation.upper() < Double.POSITIVE_INFINITY) {
            expression.upper(relation.upper());
        }
        return expression;
    }
}
