package dev.deed.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A duration that goes into a directive as it is written.
final class DirectiveDuration implements ITypeConverter<String> {

  private static final Pattern FORM = Pattern.compile("0|[0-9]{1,9}(ms|s|min|h|d)");

  @Override
  public String convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "'%s' is not 0 or a duration: 90s, 48h, 7d".formatted(text));
    }
    return text;
  }
}
