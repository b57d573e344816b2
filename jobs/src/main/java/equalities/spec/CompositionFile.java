package equalities.spec;

import equalities.spec.Composition.Forms;
import equalities.spec.Composition.Heading;

/** Reads {@code compositions/<list>.yaml}. */
final class CompositionFile {
    private CompositionFile() {}

    static Composition read(Part file) {
        return new Composition(
                file.flag("numbered"),
                file.numberOrNull("shortest_truncated"),
                file.texts("before"),
                file.texts("after"),
                file.textMap("words"),
                file.texts("other"),
                file.texts("joins"),
                file.has("forms") ? forms(file.part("forms")) : Composition.NONE.forms(),
                file.parts("headings").stream().map(CompositionFile::heading).toList(),
                file.texts("codes_of"));
    }

    private static Forms forms(Part part) {
        return new Forms(part.texts("codes"), part.texts("says"));
    }

    private static Heading heading(Part part) {
        return new Heading(
                part.text("group"),
                part.texts("codes"),
                part.texts("says"),
                part.flag("before_only"),
                part.textOrNull("other"),
                part.textsMap("members"));
    }
}
