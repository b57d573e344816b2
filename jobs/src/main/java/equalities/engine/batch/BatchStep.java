package equalities.engine.batch;

import java.util.List;

/** One step of a stage's job. Steps do again without harm what a run that was cut off had done already. */
public sealed interface BatchStep {
    String name();

    /** What a step does; anything it throws fails the job, which the next run then continues here. */
    interface Body {
        void run() throws Exception;
    }

    /** What a step does with one item. */
    interface ItemBody<T> {
        void run(T item) throws Exception;
    }

    /** The items of a step, asked for when the step begins. */
    interface Items<T> {
        List<T> get() throws Exception;
    }

    /** A step that is done in one go. */
    record Once(String name, Body body) implements BatchStep {}

    /** A step that is done item by item, in chunks that are counted in the job repository. */
    record ForEach<T>(String name, Items<T> items, ItemBody<T> body) implements BatchStep {}
}
