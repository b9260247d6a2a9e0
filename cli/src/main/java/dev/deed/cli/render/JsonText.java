package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.deed.cli.report.PrintableText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON, indented. Names keep all their characters; one that could control a terminal is escaped
/// like `\u202e`.
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  /// The start of a command to a CI runner, `##[group]` or `##vso[...]`, which it would read
  /// anywhere in a line. Only strings can contain it.
  private static final Pattern COMMAND = Pattern.compile("##(?=[a-zA-Z]*\\[)");

  private static final String ESCAPED = Matcher.quoteReplacement("\\u%04x".formatted((int) '#'));

  private static final CharacterEscapes ESCAPES = new Escapes();

  private JsonText() {}

  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /// The JSON, ending in a line break.
  static String of(Writing writing) {
    return text(writing, new DefaultPrettyPrinter()) + "\n";
  }

  /// The JSON on one line, without a line break.
  static String line(Writing writing) {
    return text(writing, new MinimalPrettyPrinter());
  }

  private static String text(Writing writing, PrettyPrinter layout) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.setCharacterEscapes(ESCAPES);
      json.setPrettyPrinter(layout);
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return COMMAND.matcher(text.toString()).replaceAll("#" + ESCAPED);
  }

  static void writeStrings(JsonGenerator json, String field, Iterable<String> strings)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  private static final class Escapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      var codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      var isHalf = Character.isSurrogate((char) character);
      return character < 0x80 || isHalf || !PrintableText.steers(character)
          ? null
          : new SerializedString("\\u%04x".formatted(character));
    }
  }
}
