package equalities.spec;

import equalities.spec.Characteristic.Answers;
import equalities.spec.Characteristic.Band;
import equalities.spec.Characteristic.Scope;

/** Reads {@code characteristics/<name>.yaml}. */
final class CharacteristicFile {
    private CharacteristicFile() {}

    static Characteristic read(String name, Part file) {
        return new Characteristic(
                name,
                file.text("title"),
                file.text("question", ""),
                file.text("standard", ""),
                file.text("codelist"),
                file.word("answers", Answers.class, Answers.ONE),
                file.texts("separators"),
                file.text("declined", Status.DECLINED.word()),
                file.text("unsure", Status.UNSURE.word()),
                file.text("not_recorded", Status.NOT_RECORDED.word()),
                file.textOrNull("reference"),
                file.flag("ordered"),
                file.numberOrNull("asked_from_age"),
                file.texts("excludes"),
                file.parts("bands").stream().map(CharacteristicFile::band).toList(),
                file.word("scope", Scope.class, Scope.PERSON));
    }

    private static Band band(Part part) {
        return new Band(part.text("code"), part.number("from"), part.numberOrNull("to"));
    }
}
