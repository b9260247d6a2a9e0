package dev.deed.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands, in the order of the help. A run needs one of them: the models of all together cost
/// more than most runs.
final class Commands {

  private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("init", InitCommand::new);
    ALL.put("new", NewCommand::new);
    ALL.put("expand", ExpandCommand::new);
    ALL.put("generate", GenerateCommand::new);
    ALL.put("squash", SquashCommand::new);
    ALL.put("check", CheckCommand::new);
    ALL.put("lint", LintCommand::new);
    ALL.put("rehearse", RehearseCommand::new);
    ALL.put("branch", BranchCommand::new);
    ALL.put("backup", BackupCommand::new);
    ALL.put("restore", RestoreCommand::new);
    ALL.put("checklist", ChecklistCommand::new);
    ALL.put("plan", PlanCommand::new);
    ALL.put("sql", SqlCommand::new);
    ALL.put("apply", ApplyCommand::new);
    ALL.put("status", StatusCommand::new);
    ALL.put("history", HistoryCommand::new);
    ALL.put("rollback", RollbackCommand::new);
    ALL.put("adopt", AdoptCommand::new);
    ALL.put("stamp", StampCommand::new);
    ALL.put("verify", VerifyCommand::new);
    ALL.put("record", RecordCommand::new);
    ALL.put("exec", ExecCommand::new);
    ALL.put("doctor", DoctorCommand::new);
    ALL.put("emergency", EmergencyCommand::new);
    ALL.put("changeover", ChangeoverCommand::new);
    ALL.put("contract", ContractCommand::new);
    ALL.put("ack", AckCommand::new);
    ALL.put("backfill", BackfillCommand::new);
    ALL.put("grants", GrantsCommand::new);
    ALL.put("drift", DriftCommand::new);
    ALL.put("journal", JournalCommand::new);
    ALL.put("owners", OwnersCommand::new);
    ALL.put("explain", ExplainCommand::new);
    ALL.put("effects", EffectsCommand::new);
    ALL.put("ci", CiCommand::new);
    ALL.put("completion", CompletionCommand::new);
    ALL.put("man", ManCommand::new);
    ALL.put("demo", DemoCommand::new);
  }

  private Commands() {}

  static Set<String> names() {
    return ALL.keySet();
  }

  static void addTo(CommandLine root) {
    ALL.forEach((name, command) -> root.addSubcommand(name, command.get()));
  }

  /// Adds only the command that the first argument names. Every other line, such as one that asks
  /// for help, needs all of them, but for the one that asks for the version.
  static void addTo(CommandLine root, String... arguments) {
    var first = arguments.length == 0 ? "" : arguments[0];
    var named = ALL.get(first);
    if (named != null) {
      root.addSubcommand(first, named.get());
    } else if (!asksForVersion(first) || arguments.length > 1) {
      addTo(root);
    }
  }

  private static boolean asksForVersion(String argument) {
    return argument.equals("-V") || argument.equals("--version");
  }
}
