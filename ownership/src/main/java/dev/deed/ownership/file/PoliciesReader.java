package dev.deed.ownership.file;

import dev.deed.ownership.Database;
import dev.deed.ownership.Environment;
import dev.deed.ownership.EvidencePlace;
import dev.deed.ownership.Policies;
import dev.deed.ownership.Policies.CompareEffects;
import dev.deed.ownership.Policies.SynchronousCommit;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `policies`; a missing key has its default.
final class PoliciesReader {

  private static final List<String> KEYS =
      List.of(
          "lock_timeout",
          "statement_timeout",
          "idle_in_transaction_session_timeout",
          "lock_retries",
          "lock_retry_time",
          "run_lock_wait",
          "connect_wait",
          "index_timeout",
          "gate_in_disposable",
          "compare_effects",
          "synchronous_commit",
          "unowned_tables",
          "evidence");
  private static final List<String> EVIDENCE_KEYS = List.of("file", "environment", "database");

  private final Problems problems;
  private final ConfiguredName names;
  private final List<String> databases;
  private final List<String> environments;

  PoliciesReader(
      Problems problems,
      ConfiguredName names,
      Map<DatabaseName, Database> databases,
      List<Environment> environments) {
    this.problems = problems;
    this.names = names;
    this.databases = databases.keySet().stream().map(DatabaseName::text).toList();
    this.environments = environments.stream().map(e -> e.name().text()).toList();
  }

  Policies read(Fields file) {
    var value = file.value("policies").orElse(new Text("", true, Span.NONE));
    var fields = Fields.of("policies", value, problems, KEYS);
    var otherwise = Policies.DEFAULT;
    return new Policies(
        duration(fields, "lock_timeout", otherwise.lockTimeout()),
        duration(fields, "statement_timeout", otherwise.statementTimeout()),
        duration(fields, "idle_in_transaction_session_timeout", otherwise.idleTimeout()),
        retries(fields, otherwise.retries()),
        duration(fields, "run_lock_wait", otherwise.runLockWait()),
        duration(fields, "connect_wait", otherwise.connectWait()),
        duration(fields, "index_timeout", otherwise.indexTimeout()),
        guards(fields, otherwise.guards()));
  }

  private Policies.Guards guards(Fields fields, Policies.Guards otherwise) {
    return new Policies.Guards(
        fields.parsed(
            "gate_in_disposable",
            PoliciesReader::severity,
            "error or warning",
            otherwise.gateInDisposable()),
        fields.parsed(
            "compare_effects",
            PoliciesReader::compareEffects,
            "always, protected or opaque",
            otherwise.compareEffects()),
        fields.parsed(
            "synchronous_commit",
            PoliciesReader::synchronousCommit,
            "each_migration or end_of_run",
            otherwise.synchronousCommit()),
        fields.has("unowned_tables")
            ? fields.parsed(
                "unowned_tables",
                PoliciesReader::tables,
                "a whole number of tables",
                Integer.MAX_VALUE)
            : null,
        fields.value("evidence").map(this::evidence).orElse(null));
  }

  /// @return null where it has a mistake
  private @Nullable EvidencePlace evidence(YamlValue value) {
    var fields = Fields.of("evidence of policies", value, problems, EVIDENCE_KEYS);
    var file = fields.text("file");
    var environment = fields.text("environment");
    var database = fields.text("database");
    if (file.isPresent() && (environment.isPresent() || database.isPresent())) {
      problems.error(
          file.get().span(),
          "evidence is kept in a file or in a database, not in both",
          "write file, or environment and database");
    } else if (file.isEmpty() && environment.isEmpty() && !fields.hasUnknownKeys()) {
      problems.error(
          value.span(),
          "evidence of policies needs a file or an environment",
          "write {file: evidence.jsonl}, or {environment: production}");
    }
    var isKnown =
        environment.map(name -> names.knows("environment", name, environments)).orElse(false)
            & database.map(name -> names.knows("database", name, databases)).orElse(true);
    return file.isPresent()
        ? new EvidencePlace.InFile(file.get().text(), false)
        : environment
            .filter(_ -> isKnown)
            .map(name ->
                new EvidencePlace.InDatabase(
                    new EnvironmentName(name.text()),
                    database.map(d -> new DatabaseName(d.text())).orElse(null)))
            .orElse(null);
  }

  private static @Nullable Integer tables(String text) {
    return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  private static Policies.Retries retries(Fields fields, Policies.Retries otherwise) {
    return new Policies.Retries(
        fields.parsed(
            "lock_retries",
            PoliciesReader::count,
            "a whole number from 0 to 1000",
            otherwise.most()),
        duration(fields, "lock_retry_time", otherwise.time()));
  }

  private static Duration duration(Fields fields, String key, Duration otherwise) {
    return fields.parsed(
        key, text -> Durations.parse(text).orElse(null), Durations.EXPECTED, otherwise);
  }

  private static @Nullable Severity severity(String text) {
    return switch (text) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      default -> null;
    };
  }

  private static @Nullable CompareEffects compareEffects(String text) {
    return switch (text) {
      case "always" -> CompareEffects.ALWAYS;
      case "protected" -> CompareEffects.PROTECTED;
      case "opaque" -> CompareEffects.OPAQUE;
      default -> null;
    };
  }

  private static @Nullable SynchronousCommit synchronousCommit(String text) {
    return switch (text) {
      case "each_migration" -> SynchronousCommit.EACH_MIGRATION;
      case "end_of_run" -> SynchronousCommit.END_OF_RUN;
      default -> null;
    };
  }

  private static @Nullable Integer count(String text) {
    if (!text.matches("\\d{1,4}")) {
      return null;
    }
    var count = Integer.parseInt(text);
    return count > 1000 ? null : (Integer) count;
  }
}
