package dev.deed.cli.job;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.RowTrial;
import dev.deed.expand.Expander;
import dev.deed.expand.Request;
import dev.deed.expand.Story;
import dev.deed.expand.Trial;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.List;

/// A story that is held against the rows of an environment before it is written: the conversion is
/// tried on some of them, and what its first files expect is asked.
record TriedStory(Expander expander, Request request, Story story) {

  /// What is to be said of the rows.
  ///
  /// @throws DoesNotFit where the conversion fails for some
  List<String> remarks(Address address, Patience patience) {
    var trial = expander.trial(request);
    var looks = story.looks();
    if (trial.isEmpty() && looks.isEmpty()) {
      return List.of();
    }
    var queries = looks.stream().map(Story.Look::query).toList();
    var answer =
        new RowTrial(trial.map(Trial::sql).orElse(null), Trial.ANSWER, queries)
            .of(address, patience);
    if (trial.isPresent() && !answer.block().equals("0")) {
      throw new DoesNotFit(story, address, answer.block());
    }
    var remarks = new ArrayList<String>();
    for (var i = 0; i < looks.size(); i++) {
      var found = answer.answers().get(i);
      if (!found.equals(looks.get(i).expected())) {
        remarks.add(
            "rows of %s in %s stand against it: %s: deed apply stops there until they do not"
                .formatted(story.table().dotted(), address.target().words(), found));
      }
    }
    return remarks;
  }

  /// Rows for which the new value, or the old one from it, cannot be computed.
  static final class DoesNotFit extends UserException {

    private static final long serialVersionUID = 1L;

    /// @param answer a count, and then a line for each of the first rows
    DoesNotFit(Story story, Address address, String answer) {
      super(
          "%s of the first %d rows of %s in %s do not fit; key and reason:%n%s"
              .formatted(
                  answer.lines().findFirst().orElse(""),
                  Trial.ROWS,
                  story.table().dotted(),
                  address.target().words(),
                  String.join("\n", answer.lines().skip(1).map(line -> "  " + line).toList())),
          "correct these rows, or name expressions that fit them");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
