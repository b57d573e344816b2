package equalities;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Classes that break the house's rules on purpose, one for each rule, in the packages called planted. */
final class Violations {
    private Violations() {}

    static JavaClasses planted() {
        return new ClassFileImporter()
                .importPackages(
                        "equalities.spec.planted",
                        "equalities.record.planted",
                        "equalities.sample.planted",
                        "equalities.lake.planted",
                        "equalities.attack.planted",
                        "equalities.stage.protect.planted",
                        "equalities.stage.planted",
                        "equalities.stage.receive.planted",
                        "equalities.stage.publish.planted");
    }

    static ArchCondition<JavaClass> notExtendEachOther() {
        return new ArchCondition<>("not extend each other") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getRawSuperclass()
                        .filter(parent -> parent.getPackageName().startsWith("equalities") && !parent.isRecord())
                        .ifPresent(parent -> events.add(
                                SimpleConditionEvent.violated(one, one.getName() + " extends " + parent.getName())));
            }
        };
    }
}
