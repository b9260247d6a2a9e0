package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.job.EffectsQuery.Answer;
import dev.deed.cli.job.EffectsQuery.Questions;
import dev.deed.cli.render.EffectsJson;
import dev.deed.cli.report.Report;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;

/// Answers each line of JSON with a line of JSON.
record EffectsDialogue(Questions questions) {

  Report on(InputStream in) {
    var lines = new BufferedReader(new InputStreamReader(in, UTF_8)).lines();
    return new Report.Lines(lines.filter(l -> !l.isBlank()).map(this::answer).iterator());
  }

  private String answer(String line) {
    EffectsJson.Question question;
    try {
      question = EffectsJson.question(line);
    } catch (IllegalArgumentException e) {
      return EffectsJson.error(String.valueOf(e.getMessage()), 1, 1);
    }
    return switch (questions.ask(question.sql(), question.schema(), question.searchPath())) {
      case Answer.Known(var statements) -> EffectsJson.answer(statements);
      case Answer.Unreadable(var problem) -> EffectsJson.error(problem);
    };
  }
}
