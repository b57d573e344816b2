package equalities.stage.receive.planted;

record UsesPublishing(equalities.stage.publish.planted.Used used) {}
