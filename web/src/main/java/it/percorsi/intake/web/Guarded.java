package it.percorsi.intake.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a workbook while it is unpacked. Counts what really comes out, whatever the file says
 * of itself, and in XML refuses, before any parser sees it, what no sheet needs: a document type,
 * entities, a tag or a text without end.
 */
final class Guarded extends FilterInputStream {

    private static final int LONGEST_RUN = 256 << 10;

    /** What may still be unpacked of the whole file. */
    static final class Budget {

        private long left;

        Budget(long bytes) {
            this.left = bytes;
        }

        private void spend(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new RefusedSheet("intake.bomb");
            }
        }
    }

    private final Budget budget;
    private final boolean xml;
    private long unpacked;
    private int sinceTag;
    private int opening;

    Guarded(InputStream in, Budget budget, boolean xml) {
        super(in);
        this.budget = budget;
        this.xml = xml;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int got = super.read(bytes, from, most);
        if (got > 0) {
            budget.spend(got);
            unpacked += got;
            for (int i = from; xml && i < from + got; i++) {
                look(bytes[i]);
            }
        }
        return got;
    }

    /** Zeros are passed over: in UTF-16 they stand between the letters. */
    private void look(byte letter) {
        if (letter == '<') {
            sinceTag = 0;
            opening = 1;
        } else if (letter != 0) {
            if (opening == 2 && (letter == 'D' || letter == 'E')) {
                throw new RefusedSheet("intake.entities");
            }
            opening = opening == 1 && letter == '!' ? 2 : 0;
        }
        if (++sinceTag > LONGEST_RUN) {
            throw new RefusedSheet("intake.bomb");
        }
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("every byte is looked at");
    }

    /** Parsers close what they read; the rest is still to be looked at. */
    @Override
    public void close() {}

    /** Looks at what nobody read, and says how long the whole part was. */
    long drain() throws IOException {
        byte[] rest = new byte[8192];
        int got;
        do {
            got = read(rest, 0, rest.length);
        } while (got >= 0);
        return unpacked;
    }
}
