package dev.deed.lint;

import dev.deed.lint.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A rule's page as its tests read it: the fenced blocks.
///
/// @param setup what is there before, empty for nothing
/// @param proof lines of what a server does with the blocks
public record RulePage(
    Rule rule, String setup, List<Block> bad, List<Block> good, List<String> proof) {

  private static final Pattern FENCE =
      Pattern.compile("(?ms)^```(sql (?:setup|bad|good)[^\\n]*|proof)\\n(.*?)^```$");
  private static final Pattern POSTGRES = Pattern.compile("postgres=(\\d+)");

  /// The version that the proofs are made with.
  public static final int USUAL = 15;

  /// An example.
  ///
  /// @param title `bad 1`, `good 2`
  /// @param migrations each in a file and a transaction of its own
  /// @param down the last of them is the way back of the one before it
  /// @param byEngine false where the block says `without-deed`: another program runs it
  /// @param unproved the advice on it is read, but no server runs it: it asks for what the tests'
  ///   server does not have
  public record Block(
      String title,
      List<String> migrations,
      int postgres,
      boolean down,
      boolean byEngine,
      boolean unproved) {
    public Block {
      migrations = List.copyOf(migrations);
    }
  }

  public static RulePage of(Rule rule) {
    var setup = "";
    var bad = new ArrayList<Block>();
    var good = new ArrayList<Block>();
    var proof = new ArrayList<String>();
    var fences = FENCE.matcher(Rules.page(rule));
    while (fences.find()) {
      var info = fences.group(1);
      var text = fences.group(2);
      if (info.equals("proof")) {
        text.lines().filter(line -> !line.isBlank()).forEach(proof::add);
      } else if (info.startsWith("sql setup")) {
        setup = text;
      } else if (info.startsWith("sql bad")) {
        bad.add(block("bad " + (bad.size() + 1), info, text));
      } else {
        good.add(block("good " + (good.size() + 1), info, text));
      }
    }
    return new RulePage(rule, setup, bad, good, proof);
  }

  private static Block block(String title, String info, String text) {
    var postgres = POSTGRES.matcher(info);
    return new Block(
        title,
        List.of(text.split("(?m)^-- (?:next migration|down)$")),
        postgres.find() ? Integer.parseInt(postgres.group(1)) : USUAL,
        text.contains("\n-- down\n"),
        !info.contains("without-deed"),
        info.contains(" unproved"));
  }
}
