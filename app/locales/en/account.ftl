# The account: its sessions, the second factor, the password, the address; and why the portal asks again who someone is.
banner-factor-optional = The second factor is optional here: for demonstrations only.
refused-second-factor-needed = Your function needs a second factor before you can act. Everything else stays open to you.
refused-second-factor-title = A second factor is needed
refused-step-up-needed = This act needs your password again. Nothing you entered is lost.
do-second-factor = Set up or enter the second factor
do-step-up = Enter your password
prove-title = Confirm that it is you
