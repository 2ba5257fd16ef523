package sluice.app.deid.text;

import java.util.Arrays;

/** The check rules of {@code national-numbers.tsv}. Numbers are digits, or one letter and digits, without separators. */
enum CheckRule {

    /** A weighted sum, as its arguments say. */
    WEIGHTS {
        @Override
        boolean holds(String number, String arguments) {
            String[] parts = arguments.split(" ");
            int[] weights = Arrays.stream(parts[0].split(",")).mapToInt(Integer::parseInt).toArray();
            int modulus = Integer.parseInt(parts[1]);
            int rest = Math.floorMod(sum(number, weights), modulus);
            String[] what = parts[2].split(":");
            if (what[0].equals("icelandic")) {
                return (modulus - rest) % modulus == digit(number, 8);
            }
            int check = what[0].equals("diff") ? (modulus - rest) % modulus : rest;
            if (what[0].equals("zero")) {
                return rest == 0 && number.chars().anyMatch(c -> c != '0');
            }
            return (check < 10 ? check : what.length > 1 ? Integer.parseInt(what[1]) : -1) == digit(number, number.length() - 1);
        }
    },

    /** Every second digit doubled, as on credit cards. */
    LUHN {
        @Override
        boolean holds(String number, String arguments) {
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                int d = digit(number, i) * ((number.length() - i) % 2 == 0 ? 2 : 1);
                sum += d / 10 + d % 10;
            }
            return sum % 10 == 0;
        }
    },

    /** The last two digits are 97 minus the rest; since 2000 with a two in front (Belgium). */
    MOD97 {
        @Override
        boolean holds(String number, String arguments) {
            long first = Long.parseLong(number.substring(0, number.length() - 2));
            int last = Integer.parseInt(number.substring(number.length() - 2));
            return 97 - first % 97 == last || 97 - (2_000_000_000L + first) % 97 == last;
        }
    },

    /** ISO 7064 MOD 11,10. */
    ISO7064 {
        @Override
        boolean holds(String number, String arguments) {
            int product = 10;
            for (int i = 0; i < number.length() - 1; i++) {
                int sum = (digit(number, i) + product) % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
            // of the first ten digits of a German number one stands there two or three times, and no other twice
            long different = number.chars().limit(10).distinct().count();
            long often = number.chars().limit(10).mapToLong(c -> number.chars().limit(10).filter(d -> d == c).count()).max().orElse(0);
            boolean repeated = !arguments.equals("repeat") || often == 2 && different == 9 || often == 3 && different == 8;
            return (11 - product) % 10 == digit(number, number.length() - 1) && repeated;
        }
    },

    /** Divisible by eleven, or nought for a rest of ten (Czechia, Slovakia). */
    DIVISIBLE {
        @Override
        boolean holds(String number, String arguments) {
            long whole = Long.parseLong(number);
            int modulus = Integer.parseInt(arguments);
            return whole % modulus == 0 || whole / 10 % modulus == 10 && whole % 10 == 0;
        }
    },

    /** Two rows of weights (Estonia, Lithuania). */
    BALTIC {
        @Override
        boolean holds(String number, String arguments) {
            int check = sum(number, new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1}) % 11;
            check = check < 10 ? check : sum(number, new int[] {3, 4, 5, 6, 7, 8, 9, 1, 2, 3}) % 11 % 10;
            return check == digit(number, 10);
        }
    },

    /** The fourth digit checks the others. */
    AUSTRIAN {
        @Override
        boolean holds(String number, String arguments) {
            int[] weights = {3, 7, 9, 0, 5, 8, 4, 2, 1, 6};
            return sum(number, weights) % 11 == digit(number, 3);
        }
    },

    /** The letter as two digits, then every second digit doubled (German health insurance). */
    KVNR {
        @Override
        boolean holds(String number, String arguments) {
            int letter = number.charAt(0) - 'A' + 1;
            String digits = letter / 10 + "" + letter % 10 + number.substring(1);
            int sum = 0;
            for (int i = 0; i < 10; i++) {
                int d = digit(digits, i) * (i % 2 == 0 ? 1 : 2);
                sum += d / 10 + d % 10;
            }
            return sum % 10 == digit(digits, 10);
        }
    },

    /** A letter for the rest modulo 23. */
    IRISH {
        @Override
        boolean holds(String number, String arguments) {
            int sum = sum(number, new int[] {8, 7, 6, 5, 4, 3, 2});
            sum += number.length() > 8 && number.charAt(8) != 'W' ? (number.charAt(8) - 'A' + 1) * 9 : 0;
            return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
        }
    },

    /** A date and a form are all there is. */
    NONE {
        @Override
        boolean holds(String number, String arguments) {
            return true;
        }
    };

    abstract boolean holds(String number, String arguments);

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }

    private static int sum(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(number, i) * weights[i];
        }
        return sum;
    }
}
