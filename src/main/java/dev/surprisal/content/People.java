package dev.surprisal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The authors or editors of a work, from what BibTeX writes: {@code Cover, Thomas M. and Joy A. Thomas and others}.
 *
 * @param others whether there are more
 */
record People(List<Person> persons, boolean others) {

    private static final String AND = " and ";
    private static final String OTHERS = "others";

    /** @param given possibly empty, as that of an organisation */
    record Person(String given, String family) {

        private static Person of(String name) {
            int comma = outside(name, ",", 0);
            if (comma >= 0) {
                // Family, Jr, Given: the middle part belongs to the end of the name
                int last = lastOutside(name, ',');
                String suffix =
                        last > comma ? " " + name.substring(comma + 1, last).strip() : "";
                return new Person(
                        name.substring(last + 1).strip(),
                        name.substring(0, comma).strip() + suffix);
            }
            int start = lastOutside(name, ' ') + 1;
            // Lower-case words in front, as in van der Waals, belong to the family name
            while (start > 1) {
                int before = name.lastIndexOf(' ', start - 2) + 1;
                if (before == start || !Character.isLowerCase(name.charAt(before))) {
                    break;
                }
                start = before;
            }
            return new Person(name.substring(0, start).strip(), name.substring(start));
        }

        private String natural() {
            return given.isEmpty() ? family : given + " " + family;
        }

        private String inverted() {
            return given.isEmpty() ? family : family + ", " + given;
        }
    }

    People {
        persons = List.copyOf(persons);
    }

    /** @param names with their LaTeX: a name in braces is one word */
    static People of(String names) {
        var persons = new ArrayList<Person>();
        boolean others = false;
        String text = names.strip().replaceAll("\\s+", " ");
        int from = 0;
        while (from <= text.length()) {
            int and = outside(text, AND, from);
            String name = text.substring(from, and < 0 ? text.length() : and).strip();
            if (name.equals(OTHERS)) {
                others = true;
            } else if (!name.isEmpty()) {
                persons.add(Person.of(name));
            }
            if (and < 0) {
                break;
            }
            from = and + AND.length();
        }
        return new People(persons, others);
    }

    /** As the text calls them: {@code Cover and Thomas}. */
    String label() {
        String first = persons.getFirst().family();
        if (others || persons.size() > 2) {
            return first + " et al.";
        }
        return persons.size() == 2 ? first + AND + persons.get(1).family() : first;
    }

    /** As a list gives them, sorted by the first: {@code Cover, Thomas M., and Joy A. Thomas}. */
    String full() {
        String first = persons.getFirst().inverted();
        List<String> further =
                persons.stream().skip(1).map(Person::natural).collect(Collectors.toCollection(ArrayList::new));
        if (others) {
            further.add(OTHERS);
        }
        if (further.isEmpty()) {
            return first;
        }
        String last = further.removeLast();
        String middle = further.stream().map(name -> ", " + name).collect(Collectors.joining());
        return first + middle + ", and " + last;
    }

    /** The index of the first {@code what} that is in no braces, or −1. */
    private static int outside(String text, String what, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && text.startsWith(what, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastOutside(String text, char what) {
        int found = -1;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            found = depth == 0 && c == what ? i : found;
        }
        return found;
    }
}
