package equalities.lake;

import equalities.lake.DiskFaults.Act;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writing so that it is on the disk, and not only on its way there, when the call returns. */
public final class Durable {
    private static final DiskFaults FAULTS = DiskFaults.ofThisProcess();

    private Durable() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, which lie on the disk when this returns. */
    static void write(Path file, byte[] bytes) throws IOException {
        FAULTS.before(Act.WRITE, file);
        Files.write(file, bytes);
        FAULTS.after(Act.WRITE, file);
        sync(file);
    }

    /** Writes at the end of a file, which is made when it is not there. */
    public static void append(Path file, String text) throws IOException {
        FAULTS.before(Act.WRITE, file);
        boolean isNew = Files.notExists(file);
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        FAULTS.after(Act.WRITE, file);
        sync(file);
        if (isNew) {
            syncFolder(file);
        }
    }

    /** Replaces a file by this text in one atomic step: a reader sees the old one or the new. */
    public static void replace(Path file, String text) throws IOException {
        Path fresh = next(file);
        FAULTS.before(Act.WRITE, fresh);
        Files.writeString(fresh, text);
        FAULTS.after(Act.WRITE, fresh);
        replace(file, fresh);
    }

    /** Puts what was written elsewhere on the same disk, such as at {@link #next}, into the place of a file in one atomic step. */
    public static void replace(Path file, Path fresh) throws IOException {
        sync(fresh);
        FAULTS.beforeRename(fresh, file);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FAULTS.after(Act.RENAME, file);
        syncFolder(file);
    }

    /** Where what is to replace a file is written first. */
    public static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /** Copies the bytes of a file into another, which is not synced yet. */
    public static Path copy(Path from, Path to) throws IOException {
        FAULTS.before(Act.COPY, from);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        FAULTS.after(Act.COPY, from);
        return to;
    }

    /** Copies the bytes of a file to where they are written as they have to lie there. */
    public static void copy(Path from, OutputStream to) throws IOException {
        FAULTS.before(Act.COPY, from);
        Files.copy(from, to);
        FAULTS.after(Act.COPY, from);
    }

    /** Makes a folder and those above it where they are missing, so that they stay. */
    public static Path folder(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            if (parent != null) {
                folder(parent);
            }
            Files.createDirectories(folder);
            if (parent != null) {
                sync(parent);
            }
        }
        return folder;
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
        FAULTS.before(Act.DELETE, root);
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
        FAULTS.after(Act.DELETE, root);
    }

    /** Syncs the folder that holds a file, so that its name stays. */
    public static void syncFolder(Path file) throws IOException {
        sync(folderOf(file));
    }

    static void sync(Path path) throws IOException {
        FAULTS.before(Act.SYNC, path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
        FAULTS.after(Act.SYNC, path);
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling(".").normalize();
    }
}
