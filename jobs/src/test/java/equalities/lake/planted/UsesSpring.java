package equalities.lake.planted;

record UsesSpring(org.springframework.context.ApplicationContext context) {}
