package dev.deed.project.server;

import dev.deed.sql.UserException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the archive with PostgreSQL's programs: in the jar, or next to a native program, which
/// would otherwise be a third larger for what most runs do not need.
final class PostgresArchive implements PgBinaryResolver {

  private static final String NAMES = "postgres-*.txz";

  private final PgBinaryResolver inTheJar;
  private final List<Path> folders;

  PostgresArchive(PgBinaryResolver inTheJar, List<Path> folders) {
    this.inTheJar = inTheJar;
    this.folders = List.copyOf(folders);
  }

  /// Looks in the program's folder, and in `../lib/deed` as packages have it.
  static PostgresArchive ofThisProgram() {
    var folders =
        program()
            .map(Path::getParent)
            .map(folder -> List.of(folder, folder.resolve("../lib/deed").normalize()))
            .orElse(List.of());
    return new PostgresArchive(DefaultPostgresBinaryResolver.INSTANCE, folders);
  }

  private static Optional<Path> program() {
    try {
      var command = ProcessHandle.current().info().command();
      return command.isEmpty()
          ? Optional.empty()
          : Optional.of(Path.of(command.get()).toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// @throws Missing if there is no archive
  @Override
  public InputStream getPgBinary(String system, String architecture) throws IOException {
    var beside = beside();
    if (beside.isPresent()) {
      return Files.newInputStream(beside.get());
    }
    try {
      return inTheJar.getPgBinary(system, architecture);
    } catch (IllegalStateException e) {
      throw new Missing(folders, e);
    }
  }

  private Optional<Path> beside() throws IOException {
    for (var folder : folders) {
      if (Files.isDirectory(folder)) {
        try (var found = Files.newDirectoryStream(folder, NAMES)) {
          for (var archive : found) {
            return Optional.of(archive);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The program came without its PostgreSQL.
  static final class Missing extends UserException {

    private static final long serialVersionUID = 1L;

    Missing(List<Path> folders, Exception cause) {
      super(
          "this command starts a PostgreSQL of its own, and its programs (%s) are missing"
              .formatted(NAMES),
          "put that file of the release into %s, or name a server with --scratch where the command"
                  .formatted(
                      folders.stream()
                          .findFirst()
                          .map(Path::toString)
                          .orElse("the program's folder"))
              + " has that option",
          cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
