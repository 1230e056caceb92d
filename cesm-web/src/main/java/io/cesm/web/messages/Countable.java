package io.cesm.web.messages;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Locale;

/**
 * A sentence whose counts may be given as numbers or as they are written: “1,234”, “–”.
 * Java's own form breaks a page if a place that counts is given a text.
 */
final class Countable {

    private Countable() {
    }

    static MessageFormat of(String sentence, Locale locale) {
        var form = new MessageFormat(sentence, locale);
        var places = form.getFormats();
        for (int i = 0; i < places.length; i++) {
            if (places[i] instanceof ChoiceFormat choice) {
                form.setFormat(i, new Counted(choice));
            }
            else if (places[i] instanceof NumberFormat number) {
                form.setFormat(i, new Written(number));
            }
        }
        return form;
    }

    /** The number a text writes; what is no number is many. */
    private static Number number(String text) {
        try {
            return Double.valueOf(text.replace(",", ""));
        }
        catch (NumberFormatException ex) {
            return Double.MAX_VALUE;
        }
    }

    /** Says one and many apart. */
    private static final class Counted extends ChoiceFormat {

        private static final long serialVersionUID = 1;

        Counted(ChoiceFormat of) {
            super(of.getLimits(), toStrings(of.getFormats()));
        }

        private static String[] toStrings(Object[] formats) {
            return Arrays.copyOf(formats, formats.length, String[].class);
        }

        @Override
        public StringBuffer format(Object count, StringBuffer into, FieldPosition position) {
            return super.format(count instanceof Number ? count : number(count.toString()), into, position);
        }

    }

    /** Writes a number; a text is written already. */
    private static final class Written extends Format {

        private static final long serialVersionUID = 1;

        private final NumberFormat form;

        Written(NumberFormat form) {
            this.form = form;
        }

        @Override
        public StringBuffer format(Object count, StringBuffer into, FieldPosition position) {
            return count instanceof Number ? form.format(count, into, position) : into.append(count);
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            return form.parseObject(text, position);
        }

    }

}
