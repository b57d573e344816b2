package equalities.record;

/** A set of 128-bit fingerprints in some 32 bytes each. */
final class PrintSet {
    private static final int SMALLEST = 1 << 10;

    private long[] table = new long[2 * SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /** Adds a fingerprint; false when it was there. */
    boolean add(Print print) {
        if (size * 4 > table.length) {
            grow();
        }
        return put(print.high(), print.low());
    }

    boolean contains(Print print) {
        int at = place(print.high(), print.low());
        return table[at] != 0 || table[at + 1] != 0;
    }

    private boolean put(long high, long low) {
        int at = place(high, low);
        if (table[at] != 0 || table[at + 1] != 0) {
            return false;
        }
        table[at] = high;
        table[at + 1] = low;
        size++;
        return true;
    }

    /** Where the fingerprint is, or would be put. */
    private int place(long high, long low) {
        int slots = table.length / 2;
        int slot = (int) (low & (slots - 1));
        while (true) {
            int at = 2 * slot;
            boolean free = table[at] == 0 && table[at + 1] == 0;
            if (free || (table[at] == high && table[at + 1] == low)) {
                return at;
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        size = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != 0 || before[i + 1] != 0) {
                put(before[i], before[i + 1]);
            }
        }
    }
}
