// GNU readline for Swift: what the REPL needs, behind functions, because Swift 6 refuses C's global variables.
#ifndef CREADLINE_SHIM_H
#define CREADLINE_SHIM_H
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

/// Offers completions by calling zhibiao_offer: for the word from `start` to `end` (bytes) of `line`.
typedef void (*zhibiao_completer)(const char *_Nonnull line, int start, int end);

// The descriptor that tells of signals by a byte with their number, and which of them ended the line being edited.
static int zhibiao_signal_descriptor = -1;
static int zhibiao_ended_by = 0;
// Whether the program was stopped and goes on: the screen shows the shell's lines now.
static volatile sig_atomic_t zhibiao_was_continued = 0;
static zhibiao_completer _Nullable zhibiao_complete = NULL;
static char *_Nullable *_Nullable zhibiao_offered = NULL;
static size_t zhibiao_offered_count = 0;

// The terminal while a line is edited: as readline wants it, but Ctrl-C is a key. As a signal it could come after keys that were pressed
// later, and would drop them.
static inline void zhibiao_prepare_terminal(int meta) {
    rl_prep_terminal(meta);
    struct termios modes;
    if (tcgetattr(fileno(rl_instream), &modes) != 0) return;
    modes.c_cc[VINTR] = _POSIX_VDISABLE;
    tcsetattr(fileno(rl_instream), TCSADRAIN, &modes);
}

// Gives the terminal back. Keys that came behind the end of the line are the next line's; but a Ctrl-C among them, a key until now, is for
// what runs next.
static inline void zhibiao_leave_terminal(void) {
    struct pollfd waiting = {fileno(rl_instream), POLLIN, 0};
    int is_interrupted = 0;
    unsigned char key;
    // As many as readline keeps.
    for (int count = 0; count < 500 && poll(&waiting, 1, 0) == 1 && read(waiting.fd, &key, 1) == 1; count++) {
        if (key == 3) {
            is_interrupted = 1;
            break;
        }
        rl_stuff_char(key);
    }
    rl_deprep_terminal();
    if (is_interrupted) kill(getpid(), SIGINT);
}

// Ends the line that is edited, as Enter would.
static inline int zhibiao_end_line(int signal) {
    zhibiao_ended_by = signal;
    rl_point = rl_end;
    rl_redisplay();
    if (signal == SIGINT) fputs("^C", rl_outstream);
    return '\n';
}

// Waits for a key or for a signal. Ctrl-C and a request to end the program end the line; the caller drops it. What reads keys until
// something of its own comes (a paste's end) gets an end of file instead when it asks again.
static inline int zhibiao_next_byte(FILE *_Nonnull stream) {
    struct pollfd waiting[2] = {{fileno(stream), POLLIN, 0}, {zhibiao_signal_descriptor, POLLIN, 0}};
    if (zhibiao_ended_by != 0) return EOF;
    for (;;) {
        if (poll(waiting, 2, -1) < 0) {
            if (errno != EINTR) return EOF;
            rl_check_signals();  // a resized window, Ctrl-Z
            if (zhibiao_was_continued) {
                zhibiao_was_continued = 0;
                rl_forced_update_display();
            }
            continue;
        }
        if (waiting[1].revents & POLLIN) {
            unsigned char number;
            if (read(zhibiao_signal_descriptor, &number, 1) == 1) return zhibiao_end_line(number);
        }
        if (waiting[0].revents) {
            unsigned char key;
            ssize_t got = read(fileno(stream), &key, 1);
            if (got == 1) return key == 3 ? zhibiao_end_line(SIGINT) : key;
            if (got == 0 || errno != EINTR) return EOF;
        }
    }
}

/// One of the completions of the word that is being completed.
static inline void zhibiao_offer(const char *_Nonnull word) {
    char **grown = (char **)realloc(zhibiao_offered, (zhibiao_offered_count + 1) * sizeof *grown);
    if (grown == NULL) return;
    zhibiao_offered = grown;
    char *copy = strdup(word);
    if (copy != NULL) zhibiao_offered[zhibiao_offered_count++] = copy;
}

static inline char *_Nullable zhibiao_next_offered(const char *_Nonnull text, int again) {
    (void)text;
    static size_t next;
    if (again == 0) next = 0;
    // Readline frees what it is given.
    if (next < zhibiao_offered_count) return strdup(zhibiao_offered[next++]);
    return NULL;
}

/// Completes the names of files where the completer says so.
static inline void zhibiao_offer_files(void) { rl_attempted_completion_over = 0; }

/// Puts no space behind the completed word.
static inline void zhibiao_offer_without_space(void) { rl_completion_suppress_append = 1; }

static inline char *_Nullable *_Nullable zhibiao_attempt(const char *_Nonnull text, int start, int end) {
    for (size_t i = 0; i < zhibiao_offered_count; i++) free(zhibiao_offered[i]);
    zhibiao_offered_count = 0;
    rl_attempted_completion_over = 1;
    if (zhibiao_complete != NULL) zhibiao_complete(rl_line_buffer, start, end);
    return zhibiao_offered_count == 0 ? NULL : rl_completion_matches(text, zhibiao_next_offered);
}

static inline void zhibiao_note_continued(int signal) {
    (void)signal;
    zhibiao_was_continued = 1;
}

/// Prepares readline.
/// - signals: readable when a signal came: one byte, its number.
/// - completer: is asked when the Tab key is pressed.
static inline void zhibiao_readline_start(int signals, zhibiao_completer _Nonnull completer) {
    zhibiao_signal_descriptor = signals;
    zhibiao_complete = completer;
    rl_readline_name = "zhibiao";
    rl_getc_function = zhibiao_next_byte;
    rl_prep_term_function = zhibiao_prepare_terminal;
    rl_deprep_term_function = zhibiao_leave_terminal;
    rl_attempted_completion_function = zhibiao_attempt;
    rl_completer_word_break_characters = " \t\n\"'`[]()<>=,;|&+-*/%";
    rl_variable_bind("completion-ignore-case", "on");
    rl_variable_bind("show-all-if-ambiguous", "on");
    // Neither asks a question that Ctrl-C could not end.
    rl_completion_query_items = -1;
    rl_variable_bind("page-completions", "off");
    // A paste of several lines arrives whole: it is one line with line ends in it.
    rl_variable_bind("enable-bracketed-paste", "on");
    using_history();
    struct sigaction action = {.sa_handler = zhibiao_note_continued};
    sigemptyset(&action.sa_mask);
    sigaction(SIGCONT, &action, NULL);
}

/// Edits one line. NULL at the end of input; else the caller frees it. `ended_by` is the number of the signal that ended it, or 0.
static inline char *_Nullable zhibiao_readline(const char *_Nonnull prompt, int *_Nonnull ended_by) {
    zhibiao_ended_by = 0;
    char *line = readline(prompt);
    *ended_by = zhibiao_ended_by;
    return line;
}

/// Puts `line` at the end of the history that the arrow keys go through, and takes the same line out of where it was before.
static inline void zhibiao_remember(const char *_Nonnull line) {
    for (int i = history_length - 1; i >= 0; i--) {
        HIST_ENTRY *entry = history_get(history_base + i);
        if (entry == NULL || strcmp(entry->line, line) != 0) continue;
        HIST_ENTRY *removed = remove_history(i);
        if (removed != NULL) free_history_entry(removed);
    }
    add_history(line);
}
#endif
