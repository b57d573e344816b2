package equalities.lake.planted;

final class Child extends Parent {}
