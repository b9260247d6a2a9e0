package dev.deed.cli.job;

import dev.deed.cli.host.FileTrouble;
import dev.deed.cli.host.NaturalOrder;
import dev.deed.cli.host.Surroundings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads the SQL files that the command line names, `-` being standard input.
public record SqlFiles(Surroundings surroundings) {

  /// A file's name, as it was given, and its text.
  record SqlFile(SourceFile name, String text) {}

  /// Folders stand for the `.sql` files in them, at any depth, by name.
  List<SqlFile> read(List<Path> paths) {
    return paths.stream().flatMap(this::filesOf).map(this::readOne).toList();
  }

  /// The same with the ways back, in the order that migration tools give them: `V2` before `V10`.
  ///
  /// @param refused takes the files of a folder that cannot be read, and why; one that is named
  ///   itself is refused for good
  List<SqlFile> readAll(List<Path> paths, BiConsumer<Path, UserException> refused) {
    var files = new ArrayList<SqlFile>();
    for (var path : paths.stream().flatMap(this::allOf).distinct().toList()) {
      try {
        files.add(readOne(path));
      } catch (UserException failure) {
        if (paths.contains(path)) {
          throw failure;
        }
        refused.accept(path, failure);
      }
    }
    return files;
  }

  private Stream<Path> allOf(Path path) {
    var found = filesOf(path, name -> name.endsWith(".sql")).sorted(NaturalOrder.OF_PATHS).toList();
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
    try (var found = Files.walk(folder)) {
      return found
          .filter(f -> wanted.test(f.getFileName().toString()) && Files.isRegularFile(f))
          .map(f -> path.resolve(folder.relativize(f)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new FileNotReadable(path, e);
    }
  }

  /// The way back is not part of what a folder of migrations does.
  private static boolean isSql(String name) {
    return name.endsWith(".sql") && !name.endsWith(".down.sql");
  }

  /// As it was given, with slashes.
  static SourceFile nameOf(Path path) {
    return new SourceFile(path.toString().replace('\\', '/'));
  }

  private SqlFile readOne(Path path) {
    var name = nameOf(path);
    try {
      var bytes =
          path.toString().equals("-")
              ? surroundings.in().readAllBytes()
              : Files.readAllBytes(surroundings.workingDirectory().resolve(path));
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

  /// The custom format of `pg_dump` begins with these letters.
  private static boolean isArchive(byte[] bytes) {
    return bytes.length >= 5 && new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("PGDMP");
  }

  /// No text has a zero byte, and nearly everything else has one at its beginning.
  private static boolean isBinary(byte[] bytes) {
    for (var i = 0; i < Math.min(bytes.length, 8000); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /// A program, an image, UTF-16.
  static final class NotText extends UserException {

    private static final long serialVersionUID = 1L;

    NotText(Path path) {
      super(
          "%s is not a text file".formatted(path),
          "name the SQL; if it is UTF-16: iconv -f UTF-16 -t UTF-8 " + path);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// A folder that holds nothing of the kind.
  static final class NoFiles extends UserException {

    private static final long serialVersionUID = 1L;

    NoFiles(Path path) {
      super("there is no .sql file in " + path, "name the folder that has the migrations");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// A dump that only `pg_restore` reads.
  static final class NotAScript extends UserException {

    private static final long serialVersionUID = 1L;

    NotAScript(Path path) {
      super(
          "%s is a pg_dump archive, and not SQL".formatted(path),
          "make SQL of it: pg_restore --schema-only --file=dump.sql %s".formatted(path));
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
          : "check the path; it is taken from the folder that you are in";
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
