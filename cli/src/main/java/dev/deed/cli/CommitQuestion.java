package dev.deed.cli;

import dev.deed.cli.render.ManualText;
import dev.deed.cli.render.PrintableText;
import dev.deed.cli.render.Sources;
import dev.deed.engine.run.Trial;
import dev.deed.engine.run.TrialEffects;
import dev.deed.sql.Finding;
import java.util.List;
import java.util.Locale;

/// Shows what a transaction has done and asks whether to commit it.
record CommitQuestion(Surroundings surroundings, List<Finding> findings, Sources sources) {

  boolean ask(TrialEffects effects) {
    var err = surroundings.err();
    err.println(PrintableText.of(ManualText.effects(effects, findings, sources)));
    err.print(
        "These locks block other sessions. Commit? [y/N] (rolls back after %d s) "
            .formatted(Trial.PATIENCE.toSeconds()));
    err.flush();
    var answer = TypedLine.read(surroundings.in()).toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }
}
