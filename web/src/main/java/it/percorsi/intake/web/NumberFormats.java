package it.percorsi.intake.web;

import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Which numbers of a workbook are days, and which days they are. */
final class NumberFormats {

    private static final Pattern NOT_PLACES = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final Pattern DAY_PLACES = Pattern.compile("[dgyaDGYA]");
    private static final int MOST = 70_000;

    private final BitSet days = new BitSet();
    private boolean from1904;

    void read(XmlPart styles) throws XMLStreamException {
        Map<String, String> own = new HashMap<>();
        boolean cells = false;
        int style = 0;
        while (styles.next()) {
            if (styles.opens("numFmt")) {
                own.put(styles.attribute("numFmtId", ""), styles.attribute("formatCode", ""));
            } else if (styles.opens("cellXfs")) {
                cells = true;
            } else if (styles.closes("cellXfs")) {
                cells = false;
            } else if (cells && styles.opens("xf")) {
                String format = styles.attribute("numFmtId", "0");
                days.set(style++, own.containsKey(format) ? day(own.get(format)) : day(format));
            }
            if (style > MOST || own.size() > MOST) {
                throw new RefusedSheet("intake.bomb");
            }
        }
    }

    void countFrom1904() {
        from1904 = true;
    }

    /** A built-in number, or a code with a place for the day or the year (Italian g and a too). */
    private static boolean day(@org.jspecify.annotations.Nullable String format) {
        if (format == null) {
            return false;
        }
        if (format.matches("\\d{1,3}")) {
            int id = Integer.parseInt(format);
            return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        }
        String places = NOT_PLACES.matcher(format).replaceAll("").replace("General", "");
        return DAY_PLACES.matcher(places).find();
    }

    /**
     * A number as whoever wrote the sheet reads it: a day, a whole number without a point, else as
     * it stands. The first days of 1900 are counted as if that year had had a 29 February.
     */
    String shown(String number, String style) {
        double value;
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException notOne) {
            return number;
        }
        if (style.matches("\\d{1,6}") && days.get(Integer.parseInt(style))) {
            if (value >= 1 && value < 2_958_466) {
                LocalDate start =
                        from1904
                                ? LocalDate.of(1904, 1, 1)
                                : LocalDate.of(1899, 12, value < 60 ? 31 : 30);
                return Rome.written(start.plusDays((long) value));
            }
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : number;
    }
}
