package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport.ChangedOver.View;
import dev.deed.cli.report.Report;
import dev.deed.engine.ChangeoverPart.Phase;
import dev.deed.engine.Planner;
import dev.deed.engine.Version;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.ChangeoverNotes;
import dev.deed.engine.run.ChangeoverNotes.Steering;
import dev.deed.engine.run.PlanSource;
import dev.deed.ownership.Consumer;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people do about changeovers and backfills in one environment.
public record ChangeoverRun(ApplyRun running, @Nullable String database) {

  /// A consumer says that it no longer needs what the changeover replaces.
  public Report acknowledge(String change, String service, @Nullable String release) {
    var address = addressOf(change);
    var changeover = found(address, change);
    if (changeover.standing() == Changeover.Standing.PLANNED) {
      throw new NotBegun(changeover);
    }
    var name = serviceNamed(service);
    var consumers =
        project()
            .ownership()
            .map()
            .consumersOf(address.target().database(), changeover.part().table())
            .stream()
            .map(Consumer::service)
            .collect(Collectors.toSet());
    if (!consumers.contains(name)) {
      throw new NotAConsumer(changeover, name, consumers);
    }
    notes(address).acknowledge(change, name, release);
    return story(address, change);
  }

  /// Undoes the parts that are applied, the last one first.
  public Report abandon(String change) {
    var address = addressOf(change);
    var changeover = found(address, change);
    var applied =
        changeover.steps().stream()
            .filter(step -> step.isDone() || !step.backfills().isEmpty())
            .toList();
    if (applied.stream().anyMatch(step -> step.phase() == Phase.CONTRACT && step.isDone())) {
      throw new Over(changeover);
    }
    var versions = applied.stream().map(s -> s.name().version()).collect(Collectors.toSet());
    var migrations = project().migrations();
    var planner = new Planner(migrations);
    var others = OtherHistories.of(address.target().database(), running.targets(), migrations);
    PlanSource planning =
        (name, history) ->
            planner
                .rollback(name, history, versions, others.histories())
                .withNotices(others.notices());
    return running.rolledBack(address, migrations, planning);
  }

  /// @param version of one backfill, or null for all
  public Report steer(@Nullable String version, Steering steering) {
    var steered = 0;
    for (var address : running.targets().addresses(database)) {
      steered += notes(address).steer(version, steering);
    }
    if (steered == 0) {
      throw new NothingRuns(version);
    }
    return new ChangeoverQuery(List.of(running.targets()), database, null, View.BACKFILLS).report();
  }

  private Report story(Address address, String change) {
    var only = address.target().database().text();
    return new ChangeoverQuery(List.of(running.targets()), only, change, View.STORY).report();
  }

  private Changeover found(Address address, String change) {
    var patience = running.targets().patience();
    return ChangeoverQuery.find(
        project(), Histories.read(List.of(address), patience).getFirst(), change);
  }

  /// Of the database whose migrations have the changeover.
  private Address addressOf(String change) {
    var databases =
        project().migrations().all().stream()
            .filter(m -> m.changeover().filter(part -> part.name().equals(change)).isPresent())
            .map(m -> m.name().database().text())
            .filter(name -> database == null || database.equals(name))
            .distinct()
            .toList();
    if (databases.isEmpty()) {
      throw new Targets.NoSuch("changeover", change, ChangeoverQuery.namesIn(project()).toList());
    }
    return running.targets().address(databases.size() == 1 ? databases.getFirst() : database);
  }

  private ServiceName serviceNamed(String text) {
    var name = new ServiceName(text);
    var map = project().ownership().map();
    if (map.serviceNamed(name).isEmpty()) {
      throw new Targets.NoSuch(
          "service", text, map.services().stream().map(s -> s.name().text()).toList());
    }
    return name;
  }

  private ChangeoverNotes notes(Address address) {
    return new ChangeoverNotes(address, running.targets().patience());
  }

  private Project project() {
    return running.targets().project();
  }

  /// The contract does not wait for the word of that service.
  static final class NotAConsumer extends UserException {

    private static final long serialVersionUID = 1L;

    NotAConsumer(Changeover changeover, ServiceName service, Set<ServiceName> consumers) {
      super(
          "%s does not use %s, so %s needs no word of it"
              .formatted(service, changeover.part().table().dotted(), changeover.name()),
          consumers.isEmpty()
              ? "no other service uses the table"
              : "these services use it: "
                  + consumers.stream()
                      .map(ServiceName::text)
                      .sorted()
                      .collect(Collectors.joining(", ")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// Nothing of the changeover is applied: no service can have left the old form for the new one.
  static final class NotBegun extends UserException {

    private static final long serialVersionUID = 1L;

    NotBegun(Changeover changeover) {
      super(
          "%s is not expanded there yet, so nothing can be acknowledged"
              .formatted(changeover.name()),
          "apply its expansion first: deed apply");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// A changeover whose contract is applied cannot be abandoned.
  static final class Over extends UserException {

    private static final long serialVersionUID = 1L;

    Over(Changeover changeover) {
      super(
          "the contract of %s is applied: the old form is gone".formatted(changeover.name()),
          "bring it back by its down, if it has one: deed rollback --to a version before "
              + changeover.steps().getLast().name().version());
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// There is no backfill that could be paused.
  static final class NothingRuns extends UserException {

    private static final long serialVersionUID = 1L;

    NothingRuns(@Nullable String version) {
      super(
          version == null
              ? "no backfill is under way"
              : "no backfill of version %s is under way".formatted(new Version(version)),
          "deed backfill status shows all of them");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
