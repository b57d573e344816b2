package equalities.lake.planted;

class Parent {}
