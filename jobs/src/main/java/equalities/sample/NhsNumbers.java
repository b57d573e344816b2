package equalities.sample;

/**
 * Distinct NHS numbers with a right check digit (NHS Data Dictionary, NHS NUMBER), in an order that the seed decides:
 * from the range 999, which no person has, while that lasts.
 */
final class NhsNumbers {
    private static final long NO_PERSON = 999_000_000;
    private static final long STEP = 618_034;
    private static final long LARGE_STEP = 618_033_989;

    private final boolean large;
    private final long offset;
    private long next;

    /** @param people how many will be asked for, at most */
    NhsNumbers(long people, long seed) {
        this.large = people > 800_000;
        this.offset = 7919 * seed + 1;
    }

    String next() {
        while (true) {
            long k = next++;
            long nine = large
                    ? Math.floorMod(k * LARGE_STEP + offset, 1_000_000_000L)
                    : NO_PERSON + Math.floorMod(k * (STEP + 1) + offset, 1_000_000L);
            int check = checkDigit(nine);
            if (check < 10) {
                return "%09d%d".formatted(nine, check);
            }
        }
    }

    /** 10 when there is none. */
    private static int checkDigit(long nine) {
        long sum = 0;
        for (long rest = nine, weight = 2; weight <= 10; rest /= 10, weight++) {
            sum += rest % 10 * weight;
        }
        int check = (int) (11 - sum % 11);
        return check == 11 ? 0 : check;
    }
}
