package equalities.stage.publish.planted;

public record Used(String name) {}
