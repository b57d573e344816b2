package equalities.lake.planted;

record UsesAStage(equalities.stage.Stage stage) {}
