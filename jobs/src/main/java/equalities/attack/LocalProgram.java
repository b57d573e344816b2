package equalities.attack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A linear program over some unknowns. The others either stay at a point where everything holds, so that what is found
 * is possible; or may be anything within their bounds, so that what is not found is impossible.
 */
final class LocalProgram {
    private static final double TINY = 1e-6;

    private final LinearSystem system;
    private final Bounds bounds;
    private final int[] inside;
    private final double @Nullable [] around;
    private final int[] place;
    private final Set<Integer> relations = new LinkedHashSet<>();

    /** @param around the point at which the others stay; null when they may be anything */
    LocalProgram(LinearSystem system, Bounds bounds, int[] inside, double @Nullable [] around) {
        this.system = system;
        this.bounds = bounds;
        this.inside = inside.clone();
        this.around = around;
        this.place = new int[system.size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < inside.length; i++) {
            place[inside[i]] = i;
            for (int r : system.relationsOf(inside[i])) {
                relations.add(r);
            }
        }
    }

    /** The relations it knows, by their place among all. */
    Set<Integer> relations() {
        return relations;
    }

    /** Where an unknown is least or most, as a value for each that is inside; null when nothing is possible. */
    double @Nullable [] extreme(int unknown, boolean most, Set<Integer> only) {
        ExpressionsBasedModel model = model();
        model.getVariable(place[unknown]).weight(1);
        only.forEach(r -> add(system.relations().get(r), model));
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return unbounded(unknown, most);
        }
        return result.getState().isFeasible() ? result.toRawCopy1D() : null;
    }

    /** The fewest relations, by how much they lack, without which the others hold. */
    Set<Integer> atFault() {
        ExpressionsBasedModel model = model();
        Map<Integer, Variable[]> slacks = new LinkedHashMap<>();
        for (int r : relations) {
            Expression expression = add(system.relations().get(r), model);
            Variable lack = model.newVariable("lack" + r).lower(0).weight(1);
            Variable excess = model.newVariable("excess" + r).lower(0).weight(1);
            expression.set(lack, 1);
            expression.set(excess, -1);
            slacks.put(r, new Variable[] {lack, excess});
        }
        Optimisation.Result result = model.minimise();
        Set<Integer> fault = new LinkedHashSet<>();
        slacks.forEach((r, both) -> {
            double amount = result.doubleValue(model.indexOf(both[0])) + result.doubleValue(model.indexOf(both[1]));
            if (amount > TINY) {
                fault.add(r);
            }
        });
        return fault.isEmpty() ? relations : fault;
    }

    private ExpressionsBasedModel model() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int one : inside) {
            Variable variable = model.newVariable("x" + one).lower(bounds.lower(one));
            if (bounds.upper(one) < Double.POSITIVE_INFINITY) {
                variable.upper(bounds.upper(one));
            }
        }
        return model;
    }

    private double[] unbounded(int unknown, boolean most) {
        double[] values = new double[inside.length];
        Arrays.fill(values, Double.NaN);
        values[place[unknown]] = most ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return values;
    }

    double value(int unknown, double[] values) {
        return values[place[unknown]];
    }

    private Expression add(Relation relation, ExpressionsBasedModel model) {
        double least = 0;
        double most = 0;
        Expression expression = model.newExpression("r" + model.countExpressions());
        for (int i = 0; i < relation.size(); i++) {
            int unknown = relation.unknowns()[i];
            double weight = relation.weights()[i];
            if (place[unknown] >= 0) {
                expression.set(place[unknown], weight);
            } else {
                double low = around == null ? bounds.lower(unknown) : around[unknown];
                double high = around == null ? bounds.upper(unknown) : around[unknown];
                least += weight * (weight > 0 ? low : high);
                most += weight * (weight > 0 ? high : low);
            }
        }
        double slack = around == null ? 0 : 1e-5;
        if (relation.lower() - most > Double.NEGATIVE_INFINITY) {
            expression.lower(relation.lower() - most - slack);
        }
        if (relation.upper() - least < Double.POSITIVE_INFINITY) {
            expression.upper(relation.upper() - least + slack);
        }
        return expression;
    }
}
