package dev.deed.engine.changeover;

import dev.deed.engine.ChangeoverEvidence.OldWriter;
import dev.deed.engine.LiveUse.Reader;
import dev.deed.engine.Version;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a contract may not be applied yet.
public sealed interface Hold {

  DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /// A clause: `it waits until 2026-12-01 10:00 UTC`.
  String words();

  /// The version that the contract waits for is not applied here.
  record NotApplied(Version version) implements Hold {
    @Override
    public String words() {
      return version + " is not applied here yet";
    }
  }

  record Waits(Instant until) implements Hold {
    @Override
    public String words() {
      return "it waits until " + MINUTE.format(until);
    }
  }

  /// The server's clock is before the time at which the version was applied.
  record ClockBehind(Version version, Instant applied) implements Hold {
    @Override
    public String words() {
      return "the server's clock is before %s, when %s was applied"
          .formatted(MINUTE.format(applied), version);
    }
  }

  /// No server is asked.
  record NotLookedAt() implements Hold {
    @Override
    public String words() {
      return "its gates can only be judged with the database";
    }
  }

  /// @param version whose backfill has not been proved
  record NotProved(Version version) implements Hold {
    @Override
    public String words() {
      return "the backfill of %s is not proved to be complete".formatted(version);
    }
  }

  record NotAcknowledged(List<ServiceName> services) implements Hold {
    public NotAcknowledged {
      services = List.copyOf(services);
    }

    @Override
    public String words() {
      var names = services.stream().map(ServiceName::text).collect(Collectors.joining(", "));
      return "%s %s not acknowledged it".formatted(names, services.size() == 1 ? "has" : "have");
    }
  }

  record Written(List<OldWriter> writers) implements Hold {
    public Written {
      writers = List.copyOf(writers);
    }

    @Override
    public String words() {
      return "the old column is still written by "
          + writers.stream()
              .map(w ->
                  "%s%s (last at %s)"
                      .formatted(
                          w.role(),
                          w.application().isEmpty() ? "" : " with " + w.application(),
                          MINUTE.format(w.last())))
              .collect(Collectors.joining(", "));
    }
  }

  record Read(List<Reader> readers) implements Hold {
    public Read {
      readers = List.copyOf(readers);
    }

    @Override
    public String words() {
      return "it is still read by "
          + readers.stream().map(Read::words).collect(Collectors.joining(", "));
    }

    private static String words(Reader reader) {
      var until = reader.until();
      var calls =
          switch ((int) Math.min(2, reader.calls())) {
            case 0 -> "no new call of `%s`";
            case 1 -> "1 call of `%s`";
            default -> reader.calls() + " calls of `%s`";
          };
      return "%s (%s%s)"
          .formatted(
              reader.role(),
              calls.formatted(reader.query()),
              until == null ? "" : "; gone if there is none until " + MINUTE.format(until));
    }
  }

  /// Triggers of the changeover are gone or switched off: rows may differ, and old writers are not
  /// noted.
  record Unwatched(List<String> triggers) implements Hold {
    public Unwatched {
      triggers = List.copyOf(triggers);
    }

    @Override
    public String words() {
      return "%s, so what was written meanwhile may differ and old writers are not noted; take the changeover back (deed changeover abandon) or create and enable again what is missing, and prove the rows by hand"
          .formatted(String.join(", ", triggers));
    }
  }

  /// Dropped by hand: nothing of the changeover can be applied or taken back.
  record TableGone(QualifiedName table) implements Hold {
    @Override
    public String words() {
      return "table %s is gone, though no migration dropped it".formatted(table.dotted());
    }
  }

  /// Dropped by hand: the triggers name it, so each write of the table fails.
  ///
  /// @param other the column that has its values; null for none
  record ColumnGone(QualifiedName table, String column, @Nullable String other) implements Hold {
    @Override
    public String words() {
      return "column %s of %s is gone, though no migration dropped it, and each write of the table fails; %s"
          .formatted(
              column,
              table.dotted(),
              other == null
                  ? "add it again"
                  : "its values are in %s: add it again, and fill it from there".formatted(other));
    }
  }

  record HasDependants(List<String> dependants) implements Hold {
    public HasDependants {
      dependants = List.copyOf(dependants);
    }

    @Override
    public String words() {
      return "these depend on it: " + String.join(", ", dependants);
    }
  }
}
