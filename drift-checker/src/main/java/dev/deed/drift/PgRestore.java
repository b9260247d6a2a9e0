package dev.deed.drift;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns an archive of `pg_dump` into plain text, by the `pg_restore` that is installed with the
/// newest `pg_dump`.
public final class PgRestore {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /// The offset of the magic bytes in tar files.
  private static final int TAR_MARK = 257;

  private static final String CONTENTS = "toc.dat";

  private PgRestore() {}

  /// The format of an archive: `custom`, `directory` or `tar`; empty if the path is none.
  public static Optional<String> formatOf(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return hasContents(path) ? Optional.of("directory") : Optional.empty();
    }
    // A pipe can be read only once.
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try (InputStream file = Files.newInputStream(path)) {
      var first = new String(file.readNBytes(TAR_MARK + 5), StandardCharsets.ISO_8859_1);
      if (first.startsWith("PGDMP")) {
        return Optional.of("custom");
      }
      return first.startsWith("ustar", TAR_MARK) ? Optional.of("tar") : Optional.empty();
    }
  }

  private static boolean hasContents(Path folder) {
    return Files.exists(folder.resolve(CONTENTS)) || Files.exists(folder.resolve(CONTENTS + ".gz"));
  }

  /// @param name as shown to users
  /// @param format of the archive
  /// @param pgDump see `PgDump.find`
  /// @throws PgDumpMissing if there is no `pg_restore`
  /// @throws DumpNotReadable with the message of `pg_restore`
  public static DumpText text(
      String name,
      Path archive,
      String format,
      Map<String, String> environment,
      @Nullable String pgDump) {
    var program =
        PgDumpProgram.newest(environment, pgDump)
            .flatMap(PgDumpProgram::restore)
            .orElseThrow(() -> new PgDumpMissing(name, format));
    var command =
        List.of(
            program.toString(),
            "--schema-only",
            "--exclude-schema=deed",
            "--file=-",
            archive.toString());
    try {
      var text = DumpProcess.start(command, Map.of(), LONGEST, end -> failure(name, format, end));
      text.awaitEnd();
      return text;
    } catch (IOException e) {
      throw failure(name, format, new DumpProcess.End.Broken(e));
    }
  }

  private static DumpNotReadable failure(String name, String format, DumpProcess.End end) {
    var said =
        switch (end) {
          case DumpProcess.End.Refused refused -> refused.said().strip();
          case DumpProcess.End.TooLate late ->
              "it did not finish within %d seconds".formatted(late.after().toSeconds());
          case DumpProcess.End.Broken broken -> String.valueOf(broken.cause().getMessage());
        };
    return DumpNotReadable.because(
        name,
        "is a dump in %s format that pg_restore could not read: %s".formatted(format, said),
        "dump it again, or use a pg_restore that is not older than the pg_dump that wrote it:"
            + " --pg-dump names the pg_dump next to it");
  }
}
