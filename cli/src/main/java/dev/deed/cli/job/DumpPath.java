package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.DumpNotReadable;
import dev.deed.drift.PgRestore;
import dev.deed.drift.Side;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A side of a comparison that is a file, relative to the working directory.
///
/// @param environments known environments, for the error message; null without an ownership file
record DumpPath(Surroundings surroundings, @Nullable List<String> environments) {

  void mustExist(String side) {
    if (!Files.exists(path(side))) {
      throw new NoSide(side, environments);
    }
    if (Files.isDirectory(path(side)) && format(side).isEmpty()) {
      throw DumpNotReadable.folder(side);
    }
  }

  private Optional<String> format(String side) {
    try {
      return PgRestore.formatOf(path(side));
    } catch (IOException e) {
      throw new SqlFiles.FileNotReadable(Path.of(side), e);
    }
  }

  /// @param pgDump see `PgRestore`
  Side read(String side, @Nullable String pgDump) {
    var name = new SourceFile(side.replace('\\', '/'));
    var format = format(side);
    if (format.isPresent()) {
      var variables = surroundings.environment();
      return Side.ofArchive(
          side, name, PgRestore.text(side, path(side), format.get(), variables, pgDump));
    }
    try (var dump = Files.newInputStream(path(side))) {
      return Side.ofFile(side, name, dump);
    } catch (IOException e) {
      throw new SqlFiles.FileNotReadable(Path.of(side), e);
    }
  }

  private Path path(String side) {
    try {
      return surroundings.workingDirectory().resolve(side);
    } catch (InvalidPathException e) {
      throw new NoSide(side, environments);
    }
  }

  /// A side that is neither an environment nor a file.
  static final class NoSide extends UserException {

    private static final long serialVersionUID = 1L;

    NoSide(String side, @Nullable List<String> environments) {
      super(
          environments == null
              ? "there is no file %s, and no schema-ownership.yaml that could declare an environment of that name"
                  .formatted(side)
              : "%s is neither an environment, nor migrations, nor a file".formatted(side),
          environments == null
              ? "give a file written by pg_dump --schema-only, or run this in the folder that holds schema-ownership.yaml"
              : advice(side, environments));
    }

    private static String advice(String side, List<String> environments) {
      return environments.isEmpty()
          ? "the ownership file has no environments; give a file written by pg_dump"
          : DriftSides.nearest(side, environments).map("did you mean %s? "::formatted).orElse("")
              + "environments: "
              + String.join(", ", environments);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
