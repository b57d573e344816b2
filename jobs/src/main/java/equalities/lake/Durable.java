package equalities.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writing so that it is on the disk, and not only on its way there, when the call returns. */
public final class Durable {
    private Durable() {}

    public static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        sync(file);
    }

    /** Replaces a file by this text in one atomic step: a reader sees the old one or the new. */
    public static void replace(Path file, String text) throws IOException {
        Path fresh = next(file);
        Files.writeString(fresh, text);
        replace(file, fresh);
    }

    /** Puts what was written elsewhere on the same disk, such as at {@link #next}, into the place of a file in one atomic step. */
    public static void replace(Path file, Path fresh) throws IOException {
        sync(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file.resolveSibling(".").normalize());
    }

    /** Where what is to replace a file is written first. */
    public static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** Syncs every file and folder below, and the folder that holds it. */
    public static void syncTree(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                sync(path);
            }
        }
        Path parent = root.getParent();
        if (parent != null) {
            sync(parent);
        }
    }

    /** Deletes a file or a folder with all it holds; nothing when it is not there. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
