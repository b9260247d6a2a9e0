package dev.deed.lint.rule.failure;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// Whether a body in PL/pgSQL certainly reaches a `COMMIT` or `ROLLBACK`: one that is in no branch,
/// and in no loop that may not run.
final class CertainCommit {

  private static final Set<String> LOOPS = Set.of("for", "foreach", "while");
  private static final Set<String> LEAVING = Set.of("return", "exit", "continue", "raise");

  private final Cursor cursor;

  /// What is open here: true for what may not run.
  private final Deque<Boolean> open = new ArrayDeque<>();

  private boolean isStart = true;
  private boolean isHead;

  private CertainCommit(String body) {
    this.cursor = new Cursor(Tokens.of(body));
  }

  static boolean isIn(String body) {
    return new CertainCommit(body).isFound();
  }

  private boolean isFound() {
    while (!cursor.atEnd()) {
      if (isStart && !open.contains(true)) {
        if (cursor.atWord("commit") || cursor.atWord("rollback")) {
          return true;
        }
        if (LEAVING.stream().anyMatch(cursor::atWord)) {
          return false;
        }
      }
      step();
    }
    return false;
  }

  private void step() {
    if (isStart) {
      enter();
    }
    if (cursor.atWord("loop")) {
      if (!isHead && isStart) {
        open.push(false);
      }
      isHead = false;
      isStart = true;
    } else {
      isStart =
          cursor.atWord("begin")
              || cursor.atWord("declare")
              || cursor.at(Keyword.THEN)
              || cursor.at(Keyword.ELSE)
              || cursor.at(Sign.SEMICOLON);
    }
    cursor.advance();
  }

  private void enter() {
    if (cursor.atWord("if") || cursor.at(Keyword.CASE)) {
      open.push(true);
    } else if (LOOPS.stream().anyMatch(cursor::atWord)) {
      open.push(true);
      isHead = true;
    } else if (cursor.atWord("begin")) {
      open.push(false);
    } else if (cursor.atWord("exception")) {
      open.poll();
      open.push(true);
    } else if (cursor.at(Keyword.END)) {
      open.poll();
      // `END LOOP` is not the start of a loop.
      cursor.advance();
    }
  }
}
