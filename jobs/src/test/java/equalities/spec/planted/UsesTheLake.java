package equalities.spec.planted;

record UsesTheLake(equalities.lake.Zone zone) {}
