package dev.deed.cli.job;

import dev.deed.cli.host.Progress;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.ManualChange;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.run.Recorder;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Records a change made by hand in the history of one database.
public record ManualRecord(ApplyRun running) {

  private static final SourceFile NOWHERE = new SourceFile("manual");

  /// The options of the command line.
  public record Wish(
      String description,
      @Nullable String service,
      @Nullable String version,
      @Nullable Path sql,
      @Nullable Path down) {}

  public Report record(@Nullable String database, Wish wish) {
    var address = running.targets().address(database);
    var name = address.target().database();
    var up = section(wish.sql()).orElseGet(() -> new Section(NOWHERE, ""));
    var down = section(wish.down());
    var problems = problems(Stream.concat(Stream.of(up), down.stream()).toList());
    if (Project.has(Severity.ERROR, problems)) {
      return new Report.Recorded(address.target(), null, problems, sources(up, down));
    }
    var version = Optional.ofNullable(wish.version()).map(Version::new).orElse(null);
    var place = ServiceFolder.of(map(), wish.service(), name.text());
    var change =
        new ManualChange(name, place.service(), version, wish.description(), up, down.orElse(null));
    running.confirm(List.of(address));
    var files = running.targets().project().migrations();
    var recorder =
        new Recorder(running.targets().policy(), new Progress(running.surroundings().err()));
    try (var _ = running.surroundings().signals().listen(recorder::stop)) {
      var move =
          recorder.record(
              address,
              history -> {
                change.refuseDuplicate(history);
                return change.move(files, history, running.surroundings().clock().instant());
              });
      return new Report.Recorded(address.target(), move.name(), problems, sources(up, down));
    }
  }

  private OwnershipMap map() {
    return running.targets().project().ownership().map();
  }

  private Optional<Section> section(@Nullable Path path) {
    return Optional.ofNullable(path)
        .map(p -> new SqlFiles(running.surroundings()).read(List.of(p)).getFirst())
        .map(file -> new Section(file.name(), file.text()));
  }

  private static List<Finding> problems(List<Section> sections) {
    return sections.stream().flatMap(section -> section.script().problems().stream()).toList();
  }

  private static Sources sources(Section up, Optional<Section> down) {
    Map<SourceFile, String> texts =
        Stream.concat(Stream.of(up), down.stream())
            .collect(Collectors.toMap(Section::file, Section::text, (a, _) -> a));
    return new Sources(texts);
  }
}
