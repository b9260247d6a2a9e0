package dev.deed.ownership.file;

import dev.deed.ownership.Demand;
import dev.deed.ownership.Demand.Danger;
import dev.deed.ownership.Demand.Need;
import dev.deed.ownership.EnvironmentPolicies;
import dev.deed.ownership.MaintenanceWindow;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `policies` of an environment: what it requires, and when it may be changed.
final class DemandsReader {

  private static final List<String> KEYS = List.of("requires", "windows");
  private static final List<String> ENTRY_KEYS = List.of("within");
  private static final String WITHIN = "within";

  /// What else people call a danger or a need.
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "loses-rows", "loses",
          "loses-data", "loses",
          "blocks-reads", "blocks",
          "blocks-writes", "blocks",
          "breaks-running-code", "breaks",
          "all", "any",
          "review", "reviewed",
          "ack", "acknowledged",
          "down_tested", "down-tested");

  private final String where;
  private final Problems problems;
  private final List<Demand> demands = new ArrayList<>();

  private DemandsReader(String where, Problems problems) {
    this.where = where;
    this.problems = problems;
  }

  static EnvironmentPolicies read(String environment, Fields environmentFields, Problems problems) {
    var value = environmentFields.value("policies");
    if (value.isEmpty()) {
      return EnvironmentPolicies.NONE;
    }
    var where = "policies of environment " + environment;
    var fields = Fields.of(where, value.get(), problems, KEYS);
    var reader = new DemandsReader(where, problems);
    fields.value("requires").ifPresent(reader::requires);
    var windows = new ArrayList<MaintenanceWindow>();
    for (var text : fields.texts("windows")) {
      reader.window(text).ifPresent(windows::add);
    }
    reader.demands.stream()
        .filter(demand -> demand.need() == Need.WINDOW && fields.lacks("windows"))
        .forEach(demand ->
            problems.error(
                demand.span(),
                where + " require a window, and there are none",
                "write windows: [\"Sat,Sun 02:00-06:00 Europe/Berlin\"] next to requires"));
    return new EnvironmentPolicies(reader.demands, windows);
  }

  private Optional<MaintenanceWindow> window(Text text) {
    var window = MaintenanceWindow.parse(text.text());
    if (window == null) {
      problems.error(
          text.span(),
          "each of windows of %s must be days, times and a zone, not \"%s\""
              .formatted(where, text.text()),
          "write " + MaintenanceWindow.EXPECTED);
    }
    return Optional.ofNullable(window);
  }

  private void requires(YamlValue value) {
    if (value instanceof Sequence sequence) {
      sequence.items().forEach(this::item);
    } else if (value instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> demand(entry.key(), entry.value(), null));
    } else if (value instanceof Text text && !text.isNothing()) {
      item(text);
    } else {
      problems.error(
          value.span(),
          "%s: requires must be a list, not %s".formatted(where, value.words()),
          "write [rehearsed, {backup: loses}]; [] for an empty list");
    }
  }

  private void item(YamlValue item) {
    switch (item) {
      case Text text -> add(text, Danger.ANY, null);
      case Mapping mapping -> mapping(mapping);
      default ->
          problems.error(
              item.span(),
              "each of requires of %s must be a word, not %s".formatted(where, item.words()),
              "write rehearsed, or {backup: loses}");
    }
  }

  /// `{backup: loses, within: 1d}`
  private void mapping(Mapping mapping) {
    var within =
        mapping.entries().stream()
            .filter(entry -> ENTRY_KEYS.contains(entry.key().text()))
            .findFirst()
            .map(entry -> duration(entry.value()))
            .orElse(null);
    var rest =
        mapping.entries().stream()
            .filter(entry -> !ENTRY_KEYS.contains(entry.key().text()))
            .toList();
    if (rest.isEmpty()) {
      problems.error(
          mapping.span(),
          "an entry of requires of %s does not say what is required".formatted(where),
          "write {backup: loses, within: 1d}");
    }
    rest.forEach(entry -> demand(entry.key(), entry.value(), within));
  }

  private @Nullable Duration duration(YamlValue value) {
    var text = Fields.text(WITHIN + " of requires of " + where, value, problems);
    var duration = text.flatMap(t -> Durations.parse(t.text())).orElse(null);
    if (text.isPresent() && (duration == null || duration.isZero())) {
      problems.error(
          value.span(),
          "within of requires of %s must be a duration, not \"%s\""
              .formatted(where, text.get().text()),
          "write how old the evidence may be: 12h, 7d");
      return null;
    }
    return duration;
  }

  private void demand(Text need, YamlValue level, @Nullable Duration within) {
    var text = Fields.text(need.text() + " of requires of " + where, level, problems);
    if (text.isEmpty()) {
      return;
    }
    var danger = Danger.of(text.get().text());
    if (danger == null) {
      problems.error(
          text.get().span(),
          "\"%s\" is not a danger from which %s counts".formatted(text.get().text(), need.text()),
          advice(text.get().text(), Danger.words()));
      return;
    }
    add(need, danger, within);
  }

  private void add(Text word, Danger from, @Nullable Duration within) {
    var need = Need.of(word.text());
    if (need == null) {
      problems.error(
          word.span(),
          "%s cannot require \"%s\"".formatted(where, word.text()),
          advice(word.text(), Need.words()));
    } else if (demands.stream().anyMatch(demand -> demand.need() == need)) {
      problems.error(
          word.span(), "%s require %s twice".formatted(where, word.text()), "keep one of the two");
    } else if (need == Need.WINDOW && within != null) {
      problems.error(
          word.span(), "a window has no age", "remove within: a window is open or it is not");
    } else {
      demands.add(new Demand(need, from, within, word.span()));
    }
  }

  private static String advice(String word, List<String> known) {
    var meant = SYNONYMS.getOrDefault(word, "");
    return known.contains(meant) ? "write " + meant : Nearest.orKnown(word, known);
  }
}
