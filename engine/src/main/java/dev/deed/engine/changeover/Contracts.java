package dev.deed.engine.changeover;

import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.ContractOrder;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationBody;
import dev.deed.engine.Migrations;
import dev.deed.engine.Passing;
import dev.deed.engine.Requirement;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Drops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contracts among the migrations, and which of them may be applied in a database now.
public final class Contracts {

  private final List<Migration> all;
  private final ContractTerms terms;
  private final boolean looksAlways;
  private @Nullable List<Part> parts;

  public Contracts(Migrations migrations, ContractTerms terms) {
    this(migrations, terms, false);
  }

  /// @param looksAlways at who uses the old form, also where something else holds the contract
  public Contracts(Migrations migrations, ContractTerms terms, boolean looksAlways) {
    this.all = migrations.all();
    this.terms = terms;
    this.looksAlways = looksAlways;
  }

  /// Of the contracts that are pending there, in the order of their versions.
  public List<ContractGate> gates(DatabaseName database, History history) {
    var gates = new ArrayList<ContractGate>();
    Optional<Instant> now = Optional.empty();
    for (var migration : all) {
      if (migration.name().database().equals(database) && !history.isDone(migration.version())) {
        var order = migration.contract();
        if (order.isPresent()) {
          now = now.or(history.use()::now);
          gates.add(gate(migration, order.get(), history, now.orElse(null)));
        }
      }
    }
    return List.copyOf(gates);
  }

  /// Passes over contracts that are not due, and over what requires them.
  ///
  /// @param reason why they are applied all the same; null where they wait
  /// @throws ContractNotForced where one of them has no down
  public Passing passing(@Nullable String reason) {
    return (database, history, chosen) -> left(database, history, chosen, reason);
  }

  private Passing.Left left(
      DatabaseName database, History history, List<Migration> chosen, @Nullable String reason) {
    if (chosen.stream().allMatch(migration -> migration.contract().isEmpty())) {
      return Passing.NONE.of(database, history, chosen);
    }
    var versions = chosen.stream().map(Migration::version).collect(Collectors.toSet());
    var notices = new ArrayList<String>();
    var closed = new HashSet<Requirement>();
    var forced = new HashMap<Version, String>();
    for (var gate : gates(database, history)) {
      if (versions.contains(gate.name().version())) {
        gate.remarks().forEach(notices::add);
        if (!gate.isOpen() && reason != null) {
          ContractNotForced.refuseWithoutDown(gate);
          notices.add(gate.words() + "; it is applied by force: " + reason);
          forced.put(gate.name().version(), reason + " (" + gate.words() + ")");
        } else if (!gate.isOpen()) {
          notices.add(gate.words() + "; what comes later goes on");
          closed.add(placeOf(gate.migration()));
        }
      }
    }
    return new Passing.Left(without(chosen, closed, notices), notices, forced);
  }

  private static List<Migration> without(
      List<Migration> chosen, Set<Requirement> closed, List<String> notices) {
    var left = new ArrayList<Migration>();
    for (var migration : chosen) {
      var required = migration.requires().stream().filter(closed::contains).findFirst();
      if (closed.contains(placeOf(migration))) {
        continue;
      }
      if (required.isPresent()) {
        closed.add(placeOf(migration));
        notices.add(
            "%s is passed over: it requires %s"
                .formatted(migration.name().words(), required.get()));
      } else {
        left.add(migration);
      }
    }
    return left;
  }

  private static Requirement placeOf(Migration migration) {
    return new Requirement(migration.name().database(), migration.version());
  }

  /// @param now by the server's clock; null where no server is asked
  private ContractGate gate(
      Migration migration, ContractOrder order, History history, @Nullable Instant now) {
    var part = migration.changeover().orElse(null);
    var holds = new ArrayList<Hold>();
    var remarks = new ArrayList<String>();
    var applied = history.find(order.of()).filter(HistoryRow::isDone);
    if (applied.isEmpty()) {
      holds.add(new Hold.NotApplied(order.of()));
    } else {
      holdForTime(order, applied.get(), now, holds);
    }
    if (part != null && part.phase() != ChangeoverPart.Phase.KEEP) {
      holdForBackfill(migration, part, history, holds);
      holdForConsumers(migration, part, history, holds);
      holdForWriters(part, order, applied.orElse(null), now, history, holds);
    }
    if (holds.isEmpty() || looksAlways) {
      var leaving = Leaving.of(migration.up().script());
      tables(migration, part, applied.isPresent() ? leaving : null, history).stream()
          .filter(history.use()::isGone)
          .map(Hold.TableGone::new)
          .forEach(holds::add);
      if (applied.isPresent()) {
        holdForColumns(part, history, holds);
        holdForTriggers(leaving, history, holds);
      }
      holdForUse(migration, leaving, order, history, holds, remarks);
    }
    return new ContractGate(migration, order, part, holds, remarks);
  }

  private static void holdForTime(
      ContractOrder order, HistoryRow applied, @Nullable Instant now, List<Hold> holds) {
    var at = applied.attempt().at();
    if (now == null) {
      holds.add(new Hold.NotLookedAt());
    } else if (now.isBefore(at)) {
      holds.add(new Hold.ClockBehind(order.of(), at));
    } else if (now.isBefore(at.plus(order.delay()))) {
      holds.add(new Hold.Waits(at.plus(order.delay())));
    }
  }

  /// A migration that is one part of a changeover.
  private record Part(Migration migration, ChangeoverPart part) {}

  /// Each file is read for it once.
  private synchronized List<Part> parts() {
    if (parts == null) {
      parts =
          all.stream()
              .flatMap(m -> m.changeover().map(part -> new Part(m, part)).stream())
              .toList();
    }
    return parts;
  }

  /// The other files of the same story.
  private List<Migration> parts(Migration contract, String change, ChangeoverPart.Phase phase) {
    return parts().stream()
        .filter(of -> of.part().name().equals(change) && of.part().phase() == phase)
        .map(Part::migration)
        .filter(migration -> migration.name().database().equals(contract.name().database()))
        .toList();
  }

  private void holdForBackfill(
      Migration contract, ChangeoverPart part, History history, List<Hold> holds) {
    for (var backfill : parts(contract, part.name(), ChangeoverPart.Phase.BACKFILL)) {
      var states = history.changeovers().backfillsOf(backfill.version());
      var isStamped =
          history
              .find(backfill.version())
              .filter(row -> row.state() == HistoryRow.State.STAMPED)
              .isPresent();
      var isProved =
          history.isDone(backfill.version())
              && !isStamped
              && states.stream().allMatch(state -> state.state().equals("proved"))
              && isEach(backfill, states.size());
      if (!isProved) {
        holds.add(new Hold.NotProved(backfill.version()));
      }
    }
  }

  /// Whether so many backfills are all that the migration has. It is read only where its text may
  /// have more or fewer.
  private static boolean isEach(Migration migration, int known) {
    return migration.up().mentionedBackfills() == known
        || MigrationBody.of(migration.up().script(), migration.runsAlone()).backfills().size()
            == known;
  }

  private void holdForConsumers(
      Migration contract, ChangeoverPart part, History history, List<Hold> holds) {
    var since = expanded(contract, part, history);
    var missing =
        terms.consumers(contract.name().database(), part.table(), part.old()).stream()
            .filter(service -> !history.changeovers().isAcknowledged(part.name(), service, since))
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      holds.add(new Hold.NotAcknowledged(missing));
    }
  }

  /// When the old form began to be replaced here: what was said before a rollback counts no more.
  private Instant expanded(Migration contract, ChangeoverPart part, History history) {
    return parts(contract, part.name(), ChangeoverPart.Phase.EXPAND).stream()
        .flatMap(expansion -> history.find(expansion.version()).stream())
        .filter(HistoryRow::isDone)
        .map(row -> row.attempt().at())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /// A write in the last part of the wait shows that old code still runs.
  private static void holdForWriters(
      ChangeoverPart part,
      ContractOrder order,
      @Nullable HistoryRow applied,
      @Nullable Instant now,
      History history,
      List<Hold> holds) {
    if (now == null || applied == null) {
      return;
    }
    var since = now.minus(order.delay());
    var from = since.isAfter(applied.attempt().at()) ? since : applied.attempt().at();
    var writers =
        history.changeovers().writers().stream()
            .filter(writer -> writer.change().equals(part.name()) && writer.last().isAfter(from))
            .toList();
    if (!writers.isEmpty()) {
      holds.add(new Hold.Written(writers));
    }
  }

  /// Some of them are made by the file that the contract waits for.
  private static void holdForTriggers(Leaving leaving, History history, List<Hold> holds) {
    var there = leaving.triggers().stream().filter(t -> !history.use().isGone(t.name())).toList();
    var sleeping = history.use().sleeping(there);
    if (!sleeping.isEmpty()) {
      holds.add(new Hold.Unwatched(sleeping));
    }
  }

  /// That must be there by now.
  ///
  /// @param leaving null where the file that the contract waits for is pending
  private Set<QualifiedName> tables(
      Migration contract,
      @Nullable ChangeoverPart part,
      @Nullable Leaving leaving,
      History history) {
    if (leaving != null) {
      return leaving.tables();
    }
    return part == null || expanded(contract, part, history).equals(Instant.MIN)
        ? Set.of()
        : Set.of(part.table());
  }

  /// Where both columns of the changeover are in one table.
  private static void holdForColumns(
      @Nullable ChangeoverPart part, History history, List<Hold> holds) {
    if (part == null
        || part.old() == null
        || part.added() == null
        || part.phase() != ChangeoverPart.Phase.CONTRACT) {
      return;
    }
    if (history.use().isGone(part.table(), part.old())) {
      holds.add(new Hold.ColumnGone(part.table(), part.old(), part.added()));
    }
    if (history.use().isGone(part.table(), part.added())) {
      holds.add(new Hold.ColumnGone(part.table(), part.added(), part.old()));
    }
  }

  /// Asked last: it costs queries.
  private static void holdForUse(
      Migration contract,
      Leaving leaving,
      ContractOrder order,
      History history,
      List<Hold> holds,
      List<String> remarks) {
    for (var dropped : leaving.dropped()) {
      var dependants =
          history.use().dependants(dropped.table(), dropped.column()).stream()
              .filter(dependant -> !isNamed(dependant, contract))
              .toList();
      if (!dependants.isEmpty()) {
        holds.add(new Hold.HasDependants(dependants));
      }
    }
    for (var name : leaving.names()) {
      if (name.column() != null) {
        var triggers =
            history.use().naming(name.table(), name.column()).stream()
                .filter(trigger -> !isNamed(trigger, contract))
                .toList();
        if (!triggers.isEmpty()) {
          holds.add(new Hold.HasDependants(triggers));
        }
      }
      var readers = history.use().readers(name.table(), name.column(), order.delay());
      if (!readers.named().isEmpty()) {
        holds.add(new Hold.Read(readers.named()));
      }
      UseRemarks.of(name.words(), readers).stream()
          .map(remark -> contract.name().words() + ": " + remark)
          .forEach(remarks::add);
    }
  }

  /// Whether the contract itself takes care of it: `trigger users_name on table users`.
  private static boolean isNamed(String dependant, Migration contract) {
    var named =
        Stream.of(dependant.split(" "))
            .skip(1)
            .map(word -> word.substring(word.lastIndexOf('.') + 1).replaceAll("\\(.*|\"", ""))
            .collect(Collectors.toSet());
    return contract.up().script().statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .filter(Drops.class::isInstance)
        .flatMap(effect -> effect.touches().stream())
        .map(ObjectAccess::object)
        .anyMatch(object ->
            named.contains(object.kind().isPartOfRelation() ? object.own() : object.name().name()));
  }
}
