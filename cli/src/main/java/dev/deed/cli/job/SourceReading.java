package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.engine.find.FoundFolder;
import dev.deed.engine.find.FoundTool;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.ownership.file.YamlText;
import dev.deed.ownership.propose.Patterns;
import dev.deed.ownership.propose.SourceFacts;
import dev.deed.ownership.propose.SourceFacts.Reach;
import dev.deed.ownership.propose.SourceFacts.TableLink;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads each found folder alone, as if it were a database of its own.
record SourceReading(Path top) {

  private static final String PUBLIC = "public";
  private static final Set<ObjectKind> RELATIONS =
      Set.of(ObjectKind.TABLE, ObjectKind.RELATION, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  private static final Pattern IF_EXISTS =
      Pattern.compile(
          "\\s*(?:ALTER|DROP)\\s[\\w\\s]*?\\bIF\\s+EXISTS\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern VERSION = Pattern.compile("^[VvUBR]?0*(\\d+(?:[._]\\d+)*)");

  SourceFacts read(FoundFolder folder) {
    var files = new ArrayList<>(folder.scripts());
    files.addAll(folder.others());
    var tool = Tool.of(folder.tool().word()).orElseThrow();
    var placeholders = placeholders(tool, folder);
    return new SourceFacts(
        folder.path(),
        tool,
        folder.reason(),
        files,
        folder.others().size(),
        placeholders,
        reach(folder, files, placeholders));
  }

  /// Values with which the files can be read, where the tool takes its own from the environment.
  private SortedMap<String, String> placeholders(Tool tool, FoundFolder folder) {
    if (tool != Tool.SQL && tool != Tool.GRAPHILE_MIGRATE) {
      return new TreeMap<>();
    }
    var found = VariableSearch.in(folder.scripts().stream().map(this::text).toList());
    if (tool == Tool.GRAPHILE_MIGRATE) {
      var known = configuration(folder.path());
      found
          .keySet()
          .removeIf(name ->
              !name.equals(name.toUpperCase(Locale.ROOT))
                  || known.matches("(?s).*\"" + ":?" + name + "\"\\s*:\\s*\"(?!!ENV).*"));
    }
    return found;
  }

  /// The nearest configuration of Graphile Migrate.
  private String configuration(String folder) {
    for (var at = folder; ; at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
      var text = text(at.isEmpty() ? ".gmrc" : at + "/.gmrc");
      if (!text.isEmpty() || at.isEmpty()) {
        return text;
      }
    }
  }

  private String text(String path) {
    try {
      return Files.readString(top.resolve(path), ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private Reach reach(
      FoundFolder folder, List<String> files, SortedMap<String, String> placeholders) {
    var versions = files.stream().map(SourceReading::version).collect(Collectors.toSet());
    // Rails has the schema next to its programs.
    if (folder.scripts().isEmpty() && folder.tool() != FoundTool.RAILS) {
      return new Reach(versions, new TreeSet<>(), Set.of(), Set.of(), List.of());
    }
    try {
      var replay = replay(folder, placeholders, Set.of());
      var creates = tables(replay.schema());
      var needs = needs(replay, creates);
      var lacks =
          needs.isEmpty() ? Set.<QualifiedName>of() : lacks(replay(folder, placeholders, needs));
      return new Reach(versions, creates, needs, lacks, links(replay.schema()));
    } catch (UserException e) {
      return new Reach(versions, new TreeSet<>(), Set.of(), Set.of(), List.of());
    }
  }

  private MigrationReplay replay(
      FoundFolder folder, SortedMap<String, String> placeholders, Set<QualifiedName> outside) {
    var yaml =
        "version: 1\ndatabases: {d: {tool: %s, migrations: %s, placeholders: {%s}, outside: [%s]}}\nservices: {s: {owns: {d: ['*']}}}\n"
            .formatted(
                folder.tool().word(),
                YamlText.of(folder.path().isEmpty() ? "." : folder.path()),
                placeholders.entrySet().stream()
                    .map(e -> YamlText.of(e.getKey()) + ": " + YamlText.of(e.getValue()))
                    .collect(Collectors.joining(", ")),
                Patterns.exactly(outside).stream()
                    .map(YamlText::of)
                    .collect(Collectors.joining(", ")));
    var project = project(yaml);
    var database = project.ownership().map().databaseNamed(new DatabaseName("d")).orElseThrow();
    var map = project.ownership().map();
    return outside.isEmpty()
        ? MigrationReplay.of(project.migrations(), map, database)
        : MigrationReplay.of(
            project.migrations(),
            map,
            database,
            new LintSettings(database.postgres(), true, false, Map.of()),
            Scope.ALL);
  }

  /// What was there before the first migration, besides tables.
  private static Set<QualifiedName> lacks(MigrationReplay replay) {
    return replay.remarks().stream()
        .map(LintFinding::lacks)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  Project project(String yaml) {
    var file = OwnershipFile.of(new SourceFile("schema-ownership.yaml"), yaml.getBytes(UTF_8));
    return new Project(top, file, "");
  }

  private static String version(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var match = VERSION.matcher(name);
    // The version of a folder with an up.sql is the folder's.
    return match.find() ? match.group(1).replace('_', '.') : path;
  }

  static SortedSet<QualifiedName> tables(Schema schema) {
    var tables = new TreeSet<QualifiedName>();
    for (var object : schema.unordered()) {
      if (object instanceof Table table && table.partition() == null) {
        tables.add(table.qualifiedName());
      }
    }
    return tables;
  }

  /// Relations that the migrations use and never create.
  private static Set<QualifiedName> needs(MigrationReplay replay, Set<QualifiedName> creates) {
    var made = new HashSet<String>();
    var replaced = new HashSet<String>();
    var needs = new HashSet<QualifiedName>();
    var early = new HashSet<QualifiedName>();
    for (var script : replay.ups()) {
      for (var statement : script.resolved()) {
        made(statement.statement().effects(), made, replaced);
        if (mayBeMissing(script, statement)) {
          continue;
        }
        for (var touch : statement.touches()) {
          if (RELATIONS.contains(touch.object().kind())) {
            var written = touch.object().name();
            var name = written.schema() == null ? written.in(PUBLIC) : written;
            needs.add(name);
            if (!made.contains(name.name())) {
              early.add(name);
            }
          }
        }
      }
    }
    needs.removeAll(creates);
    // A table of a schema in which nothing is made is another one: `auth.users`, next to `users`.
    var schemas =
        creates.stream().map(name -> String.valueOf(name.schema())).collect(Collectors.toSet());
    schemas.add(PUBLIC);
    needs.removeIf(name ->
        (made.contains(name.name()) && schemas.contains(String.valueOf(name.schema())))
            || name.name().startsWith("pg_")
            || isOfServer(String.valueOf(name.schema())));
    // A new table that takes the place of the old one later is not the one that was used before.
    early.removeIf(name -> !replaced.contains(name.name()));
    needs.addAll(early);
    return needs;
  }

  /// `DROP TABLE IF EXISTS old` does not say that there was one.
  private static boolean mayBeMissing(ServiceScript script, ResolvedStatement statement) {
    var span = statement.statement().span();
    return IF_EXISTS.matcher(script.script().text()).region(span.start(), span.end()).lookingAt();
  }

  /// The names of what is created for a while too.
  private static void made(List<Effect> effects, Set<String> into, Set<String> replaced) {
    for (var effect : effects) {
      switch (effect) {
        case CreatesTable e -> into.add(e.table().name());
        case CreatesView e -> into.add(e.view().name());
        case Renames e -> {
          into.add(e.newName());
          replaced.add(e.newName());
        }
        case Drops e -> replaced.add(e.object().name().name());
        case RunsBlock e -> made(e.body().effects(), into, replaced);
        default -> {}
      }
    }
  }

  private static boolean isOfServer(String schema) {
    return schema.equals("information_schema") || schema.startsWith("pg_");
  }

  static List<TableLink> links(Schema schema) {
    var links = new ArrayList<TableLink>();
    for (var object : schema.unordered()) {
      if (object instanceof TableConstraint constraint
          && constraint.rule() instanceof Constraint.ForeignKey key) {
        links.add(new TableLink(constraint.relation(), key.parent()));
      }
    }
    return links;
  }
}
