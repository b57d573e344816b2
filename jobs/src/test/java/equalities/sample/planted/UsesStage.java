package equalities.sample.planted;

record UsesStage(equalities.stage.Stage stage) {}
