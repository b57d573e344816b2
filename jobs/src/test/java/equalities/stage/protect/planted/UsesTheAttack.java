package equalities.stage.protect.planted;

record UsesTheAttack(equalities.attack.Verdict verdict) {}
