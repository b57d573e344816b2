package equalities.attack.planted;

record UsesAStage(equalities.stage.Stage stage) {}
