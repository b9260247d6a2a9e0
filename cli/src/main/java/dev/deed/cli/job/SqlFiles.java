package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.NaturalOrder;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.file.InOrder;
import dev.deed.engine.file.RepositoryBoundary;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the SQL files that the command line names; `-` is standard input.
public record SqlFiles(Surroundings surroundings) {

  private static final Path DEVICES = Path.of("/dev");

  /// Bytes that show whether a file is text.
  private static final int BEGINNING = 8000;

  /// A file's name as the user gave it, and its text.
  record SqlFile(SourceFile name, String text) {}

  /// A folder stands for all `.sql` files in it, at any depth, ordered by name.
  List<SqlFile> read(List<Path> paths) {
    return paths.stream().flatMap(this::filesOf).map(this::readOne).toList();
  }

  /// The same including downs, in the order that migration tools use: `V2` before `V10`.
  ///
  /// @param refused receives the unreadable files in folders with the reason; an unreadable file
  ///   that was named itself is an error
  List<SqlFile> readAll(List<Path> paths, InOrder cores, BiConsumer<Path, UserException> refused) {
    var named = Set.copyOf(paths);
    var files = new ArrayList<SqlFile>();
    cores.each(
        paths.stream().flatMap(this::allOf).distinct().toList(),
        this::attempt,
        attempt -> {
          var failure = attempt.failure();
          if (failure == null) {
            files.add(Objects.requireNonNull(attempt.file()));
          } else if (named.contains(attempt.path())) {
            throw failure;
          } else {
            refused.accept(attempt.path(), failure);
          }
        });
    return files;
  }

  /// A file that was read, or the reason why it was not.
  private record Attempt(Path path, @Nullable SqlFile file, @Nullable UserException failure) {}

  private Attempt attempt(Path path) {
    try {
      return new Attempt(path, readOne(path), null);
    } catch (UserException failure) {
      return new Attempt(path, null, failure);
    }
  }

  private Stream<Path> allOf(Path path) {
    var found = NaturalOrder.of(filesOf(path, name -> name.endsWith(".sql")).toList());
    if (found.isEmpty()) {
      throw new NoFiles(path);
    }
    return found.stream();
  }

  private Stream<Path> filesOf(Path path) {
    return filesOf(path, SqlFiles::isSql).sorted();
  }

  private Stream<Path> filesOf(Path path, Predicate<String> wanted) {
    var folder = surroundings.workingDirectory().resolve(path);
    if (!Files.isDirectory(folder)) {
      return Stream.of(path);
    }
    try (var found =
        Files.find(
            folder,
            Integer.MAX_VALUE,
            (file, known) -> wanted.test(file.getFileName().toString()) && isFile(file, known))) {
      return found.map(f -> path.resolve(folder.relativize(f))).toList().stream();
    } catch (IOException e) {
      throw new FileNotReadable(path, e);
    } catch (UncheckedIOException e) {
      throw new FileNotReadable(path, Objects.requireNonNull(e.getCause()));
    }
  }

  private static boolean isFile(Path file, BasicFileAttributes known) {
    return known.isRegularFile() || (known.isSymbolicLink() && Files.isRegularFile(file));
  }

  /// Downs are not part of what a folder of migrations does.
  private static boolean isSql(String name) {
    return name.endsWith(".sql") && !name.endsWith(".down.sql");
  }

  /// The name as the user gave it, with slashes.
  static SourceFile nameOf(Path path) {
    return new SourceFile(path.toString().replace('\\', '/'));
  }

  private SqlFile readOne(Path path) {
    var name = nameOf(path);
    try {
      var bytes =
          path.toString().equals("-")
              ? surroundings.in().readAllBytes()
              : bytes(surroundings.workingDirectory().resolve(path));
      if (isArchive(bytes)) {
        throw new NotAScript(path);
      }
      if (isBinary(bytes)) {
        throw new NotText(path);
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SqlFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      throw new FileNotReadable(path, e);
    }
  }

  /// A pipe may be named itself, such as `<(pg_dump ...)`; a link may not lead out of the
  /// repository.
  private byte[] bytes(Path file) throws IOException {
    // One access for a file that is not a link: there may be thousands.
    InputStream opened;
    try {
      opened = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return bytesByLink(file);
    }
    try (var in = opened) {
      return file.startsWith(DEVICES) ? ofDevice(in) : in.readAllBytes();
    }
  }

  /// What never ends, such as `/dev/zero`, shows at its beginning that it is not text.
  private static byte[] ofDevice(InputStream in) throws IOException {
    var beginning = in.readNBytes(BEGINNING);
    if (isBinary(beginning)) {
      return beginning;
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(beginning);
    in.transferTo(all);
    return all.toByteArray();
  }

  private byte[] bytesByLink(Path file) throws IOException {
    return Files.isSymbolicLink(file) && Files.isRegularFile(file)
        ? RepositoryBoundary.around(surroundings.workingDirectory()).read(file)
        : Files.readAllBytes(file);
  }

  /// Archives in the custom format of `pg_dump` begin with these letters.
  private static boolean isArchive(byte[] bytes) {
    return bytes.length >= 5 && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("PGDMP");
  }

  /// Text has no zero bytes; nearly all binary files have one near their start.
  private static boolean isBinary(byte[] bytes) {
    for (var i = 0; i < Math.min(bytes.length, BEGINNING); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// The file is binary: a program, an image, UTF-16.
  static final class NotText extends UserException {

    private static final long serialVersionUID = 1L;

    NotText(Path path) {
      super(
          "%s is not a text file".formatted(path),
          "name an SQL file; to convert UTF-16, run iconv -f UTF-16 -t UTF-8 " + path);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// The folder contains no `.sql` files.
  static final class NoFiles extends UserException {

    private static final long serialVersionUID = 1L;

    NoFiles(Path path) {
      super("there is no .sql file in " + path, "name the folder of the migrations");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// The file is a dump that only `pg_restore` can read.
  static final class NotAScript extends UserException {

    private static final long serialVersionUID = 1L;

    NotAScript(Path path) {
      super(
          "%s is a pg_dump archive, not SQL".formatted(path),
          "convert it: pg_restore --schema-only --file=dump.sql %s".formatted(path));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  public static final class FileNotReadable extends UserException {

    private static final long serialVersionUID = 1L;

    public FileNotReadable(Path path, IOException cause) {
      super("cannot read %s: %s".formatted(path, reason(cause)), advice(cause), cause);
    }

    private static String reason(IOException cause) {
      return cause instanceof NoSuchFileException
          ? "there is no such file"
          : FileTrouble.reason(cause);
    }

    private static String advice(IOException cause) {
      return cause instanceof CharacterCodingException
          ? "convert it: iconv -f LATIN1 -t UTF-8 FILE"
          : "check the path; it is relative to the current folder";
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
