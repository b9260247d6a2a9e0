package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.Journals.Done;
import dev.deed.cli.report.Report;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.Journal;
import dev.deed.engine.run.JournalSetup;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows, installs and removes the journals of an environment.
public record JournalRun(ApplyRun running, @Nullable String database) {

  /// @param count of the last entries of each database
  public Report show(int count) {
    var patience = running.targets().patience();
    return report(Done.SHOWN, address -> Journal.last(address, patience, count));
  }

  public Report install() {
    return change(Done.INSTALLED, JournalSetup::install);
  }

  public Report remove() {
    return change(Done.REMOVED, JournalSetup::remove);
  }

  private Report change(Done done, Consumer<JournalSetup> change) {
    running.confirm(addresses());
    var patience = running.targets().patience();
    return report(done, address -> changed(address, patience, change));
  }

  private static Journal changed(
      Address address, Patience patience, Consumer<JournalSetup> change) {
    try {
      change.accept(new JournalSetup(address, patience));
    } catch (UserException failure) {
      return new Journal(address.target(), false, List.of(), failure);
    }
    return Journal.last(address, patience, 1);
  }

  private interface Work {
    Journal on(Address address);
  }

  private Report report(Done done, Work work) {
    return new DatabaseReport.Journals(
        Parallel.run(addresses().stream().map(a -> (Callable<Journal>) () -> work.on(a)).toList()),
        done);
  }

  private List<Address> addresses() {
    return running.targets().addresses(database);
  }
}
