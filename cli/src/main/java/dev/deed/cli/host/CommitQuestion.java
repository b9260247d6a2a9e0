package dev.deed.cli.host;

import dev.deed.cli.render.ManualText;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Sources;
import dev.deed.engine.run.ManualRun;
import dev.deed.engine.run.ManualRunEffects;
import dev.deed.sql.Finding;
import java.util.List;
import java.util.Locale;

/// Shows what a transaction has done and asks whether to commit it.
public record CommitQuestion(Surroundings surroundings, List<Finding> findings, Sources sources) {

  public boolean ask(ManualRunEffects effects) {
    var err = surroundings.err();
    err.println(PrintableText.of(ManualText.effects(effects, findings, sources)));
    err.print(
        "These locks block other sessions. Commit? [y/N] (rolls back after %d s) "
            .formatted(ManualRun.PATIENCE.toSeconds()));
    err.flush();
    var answer = TypedLine.read(surroundings.in()).toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }
}
