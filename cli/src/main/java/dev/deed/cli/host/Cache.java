package dev.deed.cli.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.report.ProgramVersion;
import dev.deed.engine.file.FileMemory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// The user's cache folder: `XDG_CACHE_HOME`, or `.cache` in the home folder.
public record Cache(Surroundings surroundings) {

  /// The remembered files of one project, which is identified by its folder.
  public FileMemory filesOf(Path project) {
    var name = UUID.nameUUIDFromBytes(project.toString().getBytes(UTF_8)) + ".files";
    return folder()
        .map(folder -> folder.resolve("deed").resolve(name))
        .map(place -> FileMemory.at(place, ProgramVersion.read(), surroundings.clock().instant()))
        .orElse(FileMemory.NONE);
  }

  /// What was checked in that project and found without an error.
  public AnswerMemory answersOf(Path project) {
    var name = UUID.nameUUIDFromBytes(project.toString().getBytes(UTF_8)) + ".answers";
    return folder()
        .map(folder -> folder.resolve("deed").resolve(name))
        .map(place -> AnswerMemory.at(place, ProgramVersion.read()))
        .orElse(AnswerMemory.NONE);
  }

  private Optional<Path> folder() {
    return absolute("XDG_CACHE_HOME")
        .or(() -> absolute("HOME").map(home -> home.resolve(".cache")));
  }

  private Optional<Path> absolute(String variable) {
    try {
      return Optional.ofNullable(surroundings.environment().get(variable))
          .map(Path::of)
          .filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
