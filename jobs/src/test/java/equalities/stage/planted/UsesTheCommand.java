package equalities.stage.planted;

record UsesTheCommand(equalities.cli.Equalities command) {}
