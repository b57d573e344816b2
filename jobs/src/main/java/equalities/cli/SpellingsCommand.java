package equalities.cli;

import picocli.CommandLine.Command;

/** What people write that is not understood, and how it comes to be understood. */
@Command(
        name = "spellings",
        mixinStandardHelpOptions = true,
        description = "Lists what was not understood with the nearest codes, and adds what a person accepts.",
        subcommands = {SuggestSpellings.class, AcceptSpellings.class})
final class SpellingsCommand {
    SpellingsCommand() {}
}
