package dev.deed.engine.tool;

import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Sqitch: changes in the order of `sqitch.plan`, each with a script in `deploy` and one in
/// `revert`.
final class SqitchLayout implements ToolLayout {

  private static final String PLAN = "sqitch.plan";

  /// pgpm writes its plan and its scripts as Sqitch does.
  private static final String PLAN_OF_PGPM = "pgpm.plan";

  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(?:\\+\\s*)?([^\\s@#%+\\-\\[:][^\\s\\[:]*)\\s*(\\[[^\\]]*\\])?\\s+\\d{4}-\\d\\d-\\d\\dT\\S+.*");
  private static final Pattern TAG = Pattern.compile("\\s*@(\\S+)\\s+\\d{4}-.*");
  private static final Pattern SETTING = Pattern.compile("^\\s*(\\w+)\\s*=\\s*(.*?)\\s*$");

  /// @param tag the first one after it, under which its scripts are kept once it is reworked
  private record Change(String name, Span line, int occurrence, String tag) {}

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var settings = settings(tree);
    var top =
        settings.getOrDefault("top_dir", ".").replaceFirst("^\\./?", "").replaceFirst("/$", "");
    var start = top.isEmpty() ? "" : top + "/";
    var usual =
        !tree.has(start + PLAN) && tree.has(start + PLAN_OF_PGPM)
            ? start + PLAN_OF_PGPM
            : start + PLAN;
    var plan = settings.getOrDefault("plan_file", usual).replaceFirst("^\\./", "");
    var text = tree.text(plan).orElse(null);
    if (text == null) {
      into.error(
          TOOL_FILES,
          tree.shown(plan),
          "there is no sqitch.plan in this folder, so the order of its scripts is not known",
          "name the folder that has it, or say in schema-ownership.yaml: tool: sql");
      return;
    }
    var deploy = settings.getOrDefault("deploy_dir", start + "deploy").replaceFirst("^\\./", "");
    var revert = settings.getOrDefault("revert_dir", start + "revert").replaceFirst("^\\./", "");
    var changes = changes(tree, plan, text, into);
    var known = new ArrayList<String>();
    for (var change : changes) {
      var isReworked =
          changes.stream()
              .anyMatch(
                  c -> c.name().equals(change.name()) && c.occurrence() > change.occurrence());
      var script = change.name() + (isReworked ? "@" + change.tag() : "") + ".sql";
      known.add(deploy + "/" + script);
      add(tree, change, plan, deploy + "/" + script, revert + "/" + script, into);
    }
    for (var path : tree.files()) {
      if (path.startsWith(deploy + "/") && path.endsWith(".sql") && !known.contains(path)) {
        into.warning(
            TOOL_FILES,
            tree.shown(path),
            "Sqitch does not run this file: sqitch.plan has no change of that name",
            "add it with sqitch add, or remove the file");
      }
    }
  }

  private static Map<String, String> settings(ToolTree tree) {
    var settings = new HashMap<String, String>();
    tree.text("sqitch.conf")
        .ifPresent(text ->
            text.lines()
                .forEach(line -> {
                  var match = SETTING.matcher(line);
                  if (match.matches()) {
                    settings.put(match.group(1), match.group(2).replace("\"", ""));
                  }
                }));
    return settings;
  }

  private static List<Change> changes(ToolTree tree, String plan, String text, ToolReading into) {
    var changes = new ArrayList<Change>();
    var seen = new HashMap<String, Integer>();
    var lines = TextLines.of(text);
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.line(i);
      var tag = TAG.matcher(line);
      var change = CHANGE.matcher(line);
      if (tag.matches()) {
        changes.replaceAll(c ->
            c.tag().isEmpty() ? new Change(c.name(), c.line(), c.occurrence(), tag.group(1)) : c);
      } else if (change.matches()) {
        var name = change.group(1);
        changes.add(new Change(name, lines.span(i), seen.merge(name, 1, Integer::sum), ""));
      } else if (!line.isBlank()
          && !line.strip().startsWith("%")
          && !line.strip().startsWith("#")) {
        into.error(
            TOOL_FILES,
            tree.shown(plan),
            lines.span(i),
            "this line of the plan cannot be read",
            "restore it: a merge may have left conflict markers in it");
      }
    }
    return changes;
  }

  private static void add(
      ToolTree tree, Change change, String plan, String deploy, String revert, ToolReading into) {
    if (!tree.has(deploy)) {
      into.error(
          TOOL_FILES,
          tree.shown(plan),
          change.line(),
          "the plan has change %s, but there is no %s".formatted(change.name(), tree.shown(deploy)),
          "restore the script: git log -- " + tree.shown(deploy));
      return;
    }
    var version =
        (change.occurrence() == 1 ? change.name() : change.name() + ":" + change.occurrence())
            .replace('/', ':');
    var text = tree.text(deploy).orElse(null);
    if (text != null && Version.isName(version)) {
      into.add(
          ToolMigration.of(
                  version,
                  "",
                  change.name() + "\n" + change.occurrence(),
                  new Section(tree.shown(deploy), text))
              .with(tree.text(revert).map(t -> new Section(tree.shown(revert), t)).orElse(null)));
    }
  }
}
